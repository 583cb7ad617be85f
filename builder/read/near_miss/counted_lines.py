"""Lines that are counted in a way that begins no list in markdown: `๑.`, `（1）`, `가.`, `①`, `ب)`."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line

Run = list[tuple[Line, re.Match[str]]]

_ALPHABETS = (
    "абвгдежзиклмнопр",
    "абвгдежиклмнпр",
    "абвгґдеєжзиіїйкл",
    "абвгдеєжзиіїйкл",
    "αβγδεζηθικλ",
    "אבגדהוזחטיכל",
    "أبجدهوزحطيكل",
    "ابجدهوزحطیکل",
    "أبتثجحخدذرزس",
    "ابپتثجچحخد",
    "آبپتثجچحخد",
    "ابپتٹثجچحخ",
    "աբգդեզէըթժ",
    "აბგდევზთიკლ",
    "ሀለሐመሠረሰሸቀበ",
    "कखगघङचछजझञ",
    "कखगघचछजझटठ",
    "अआइईउऊ",
    "अबसद",
    "अबकड",
    "কখগঘঙচছজঝঞ",
    "কখগঘচছজঝটঠ",
    "অআইঈউঊ",
    "કખગઘચછજઝ",
    "અબકડ",
    "ਕਖਗਘਚਛਜਝ",
    "ੳਅੲਸਹ",
    "அஆஇஈஉஊஎஏ",
    "కఖగఘచఛజ",
    "అఆఇఈఉఊ",
    "ಕಖಗಘಚಛಜ",
    "ಅಆಇಈಉಊ",
    "കഖഗഘചഛജ",
    "അആഇഈഉഊ",
    "කඛගඝචඡජ",
    "අආඇඈඉඊ",
    "กขคงจฉชซ",
    "กขฃคฅฆงจ",
    "ກຂຄງຈສຊຍ",
    "កខគឃងចឆជ",
    "ကခဂဃငစဆဇ",
    "가나다라마바사아자차카타파하",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "ᄀᄂᄃᄅᄆᄇᄉᄋᄌᄎᄏᄐᄑᄒ",
    "アイウエオカキクケコ",
    "あいうえおかきくけこ",
    "イロハニホヘト",
    "いろはにほへと",
    "甲乙丙丁戊己庚辛壬癸",
    "abcdefghijklmnop",
)
"""Letters in the order in which authors count with them. Some languages have two orders, or pass over letters."""
_ORDINALS = (
    "اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا",
    "اول دوم سوم چهارم پنجم ششم",
    "첫째 둘째 셋째 넷째 다섯째 여섯째",
    "第一 第二 第三 第四 第五 第六",
    "第一に 第二に 第三に 第四に 第五に",
)
"""Words in the place of a number."""
_PLACES: dict[str, set[tuple[int, int]]] = {}
for _number, _row in enumerate((*_ALPHABETS, *(row.split() for row in _ORDINALS)), 1):
    for _place, _counter in enumerate(_row):
        _PLACES.setdefault(_counter, set()).add((_number, _place))
_PLACES["الف"] = _PLACES["ا"]

_MARKED = rare_pattern(
    r"[（(［【〔]?(\d{1,2}|[^\W\d_]{1,6}\u064b?[^\W\d_]?|[^\W\d_]{1,2}[ ]번째)[)）］】〕.．、。:：，,،׳'’\u05f3-](?<!\d[׳'’\u05f3])[ \t\u3000]*(?=\S)(?!\d)"
)
"""A number, a letter or a word, and the mark behind it."""
_DEGREE = rare_pattern(r"(\d{1,2})[°ºª][.)]?[ \t]+(?=[^\W\d_]{2})")
"""`1° préparer`, `1º llamar`."""
_ENCLOSED = rare_pattern(r"(\S)[.)]?[ \t\u3000]*(?=\S)")
_STOPS = frozenset(".!?…。！？؟۔")
_NEITHER = ("<super>", "<sub>", "<fraction>")
"""Forms of digits that are no signs of an entry."""


def counted_runs(lines: Sequence[Line]) -> Iterator[Run]:
    """Runs of two lines or more that count from the first number or letter of an order."""
    run: Run = []
    orders: set[int] = set()
    for line in [*lines, None]:
        match, places = _read(line.text) if line else (None, frozenset[tuple[int, int]]())
        following = {order for order, place in places if place == len(run)} & orders if run else set()
        if line and match and following and _looks_alike(run[-1], match) and not _is_broken(run[-1][0]):
            run.append((line, match))
            orders = following
            continue
        if len(run) > 1 and not _are_sentences(run):
            yield run
        orders = {order for order, place in places if place == 0}
        run = [(line, match)] if line and match and orders else []


def is_counted(text: str) -> bool:
    """Whether a line begins as one of such a run may."""
    return bool(_read(text)[1])


def _read(text: str) -> tuple[re.Match[str] | None, frozenset[tuple[int, int]]]:
    """How a line begins, and which place in which orders that is; the order of numbers is 0."""
    first = text[:1]
    if not first.isascii() and unicodedata.category(first) in {"No", "So"}:
        match = _ENCLOSED.match(text)
        counter = unicodedata.normalize("NFKC", first).strip("().,")
        shown = match and not unicodedata.decomposition(first).startswith(_NEITHER)
        return match, _places(counter) if shown else frozenset()
    match = _DEGREE.match(text) or _MARKED.match(text)
    if match is None or match[0].rstrip().isascii():
        return None, frozenset()  # a list, or reported as lines of Latin letters are
    return match, _places(match[1])


def _places(counter: str) -> frozenset[tuple[int, int]]:
    """Where a number, a letter or a word stands in the orders that have it."""
    if counter.isdecimal():
        return frozenset({(0, int(counter) - 1)})
    value = unicodedata.numeric(counter, 0.5) if len(counter) == 1 else _tens(counter)
    if value >= 1 and value == int(value):
        return frozenset({(0, int(value) - 1)})
    plain = counter.replace("\u064b", "")
    known = counter.lower() if counter.lower() in _PLACES else plain.replace("أ", "ا")
    return frozenset(_PLACES.get(known, ()))


def _tens(counter: str) -> float:
    """The number that `十二` stands for; 0 for anything else."""
    digits = [unicodedata.numeric(sign, 0) for sign in counter]
    return 10 + digits[1] if len(digits) == 2 and digits[0] == 10 and 0 < digits[1] < 10 else 0


def _looks_alike(before: tuple[Line, re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a sign has the marks and the capitals of the one before it."""
    above = before[1]
    one, two = (found[0].replace(found[1], "", 1).strip() for found in (above, match))
    return one == two and above[1].isupper() == match[1].isupper()


def _are_sentences(run: Run) -> bool:
    """Whether they read as well in one paragraph: `첫째, ... .`, where words count and each line is a sentence."""
    sign = run[0][1]
    return (
        len(sign[1]) > 1 and sign[0].rstrip()[-1] in ",，،" and all(line.text.rstrip()[-1] in _STOPS for line, _ in run)
    )


def _is_broken(line: Line) -> bool:
    """Whether the author ends a line with a break of her own."""
    return line.text.endswith(("  ", "\\"))
