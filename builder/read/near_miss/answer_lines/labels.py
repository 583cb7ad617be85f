"""How a line says which answer is right: `Answer: b`, `La bonne réponse est B.`, `B yw'r ateb cywir`."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.words.letters import ORDINALS, WHOLE, is_lettered
from builder.read.near_miss.answer_lines.words.stems import may_name_an_answer
from builder.read.questions.common import BOX

_NOUNS = (
    r"(?:the )?(?:(?:only )?(?:correct|right|best|worked|model|sample) )?(?:answers?(?:\(s\))?|ans\.?|key|solutions?)(?: key| choice| letter)?"
    r"|(?:the )?(?:correct|right) (?:order|sequence|pairs|matches)|(?:y )?drefn gywir|trefn gywir|(?:l'|le )?(?:bon )?ordre(?: correct)?"
    r"|(?:die )?richtige reihenfolge|orden correcto|правильний порядок|правильный порядок"
    r"|(?:the )?(?:correct|right|best) (?:options?|choices?|responses?|ones?|letter)|correct|right"
    r"|(?:yr )?ateb(?:ion)?(?: (?:cywir|gywir|iawn))?|(?:yr )?(?:opsiwn|dewis) cywir|cywir"
    r"|(?:правильн[аі] |вірн[аі] )?відповід[ьі]|правильно|вірно|ключ"
    r"|(?:правильны[йе] |верны[йе] )?ответы?|верно"
    r"|(?:la |les )?(?:bonnes? )?réponses?(?: (?:correcte|exacte|juste)s?)?|corrigé"
    r"|(?:die )?(?:richtige[nr]? |korrekte[nr]? )?antwort(?:en)?|lösung(?:en)?|richtig"
    r"|(?:la |las )?respuestas? ?(?:correctas?)?|(?:la )?opción correcta|correcta|solución"
    r"|(?:as? )?respostas? ?(?:corretas?|certas?)?|(?:la |le )?rispost[ae] ?(?:corrett[ae]|esatt[ae]|giust[ae])?"
    r"|(?:poprawn[ae] |prawidłow[ae] )?odpowied(?:ź|zi?)|răspuns(?:ul|uri)?(?: corecte?)?|(?:an )?freagra(?: ceart)?"
    r"|(?:teising[ai]s? )?atsakymas|(?:doğru )?(?:cevap|yanıt)|jawaab(?:ta)?(?: saxda(?: ah)?)?"
    r"|(?:ال)?[إا]جابة(?: الصحيحة)?|(?:ال)?جواب(?: الصحيح)?|(?:正确)?答案|(?:het )?(?:juiste )?antwoord"
    r"|(?:सही |सहि )?(?:उत्तर|जवाब)|(?:সঠিক )?উত্তর|(?:ਸਹੀ )?(?:ਜਵਾਬ|ਉੱਤਰ)|(?:સાચો )?(?:જવાબ|ઉત્તર)|(?:சரியான )?(?:விடை|பதில்)"
    r"|เฉลย|คำตอบ(?:ที่ถูก(?:ต้อง)?)?|(?:đáp án|câu trả lời)(?: đúng)?|正解|正答|解答|答え|正確答案|(?:정|해)?답|올바른 답"
    r"|پاسخ(?: (?:صحیح|درست))?|(?:درست|صحیح) جواب|ה?תשובה(?: ה?נכונה)?|(?:σωστή )?απάντηση|λύση|(?:სწორი )?პასუხი"
    r"|(?:ትክክለኛ(?:ው)? )?መልስ|(?:верен |точен |тачан )?одговор|(?:верен |правилен )?отговор|(?:správná )?odpověď|(?:helyes )?válasz"
)
"""What a line calls the answer, in the languages of learners."""
_IS = (
    r"is|are|was|yw|ydy|ydi|est|sont|ist|sind|lautet|es|son|é|são|è|sono|este|sunt|to|jest|brzmi|yra|waa|هي|هو|是|为|це"
)
_AS = r"option|options|choice|letter|number|no\.|answer|la|le|el|l'option|opción|opção|opzione|opcja|opsiwn|dewis|варіант|вариант"
_SIGN = r"[:：=–—-]"
_BY_LABEL = rare_pattern(
    rf"[\[(]?(?:{_NOUNS})(?:[ \t]*{_SIGN}[ \t]*|[ \t]+(?:{_IS})(?!\w)[ \t]*{_SIGN}?[ \t]*|(?P<bare>[ \t]+))"
    rf"(?P<named>(?:(?:{_AS})[ \t]+)?[^\n]*?)[\])]?",
    re.IGNORECASE,
)
"""A line that begins with what it calls the answer; without a sign or a verb behind it (`bare`), it is one only before letters."""
_AS_BEGINNING = rare_pattern(rf"(?:{_AS})[ \t]+(?=\S)", re.IGNORECASE)
_RIGHT = (
    r"(?:is|are) (?:the )?(?:correct|right|best)(?: (?:answers?|options?|choices?|ones?))?|(?:yw['’]?r|ydy['’]?r) (?:ateb(?:ion)?|opsiwn|dewis) (?:cywir|iawn)"
    r"|sy['’]n (?:gywir|iawn)|(?:est|sont) (?:la |les )?(?:bonnes? réponses?|correctes?|justes?|exactes?)|(?:ist|sind) (?:die )?(?:richtig|korrekt)(?:e[nr]?)?(?: antwort(?:en)?)?"
    r"|(?:es|son) (?:la |las )?(?:respuestas? )?correctas?|[–—-] (?:це )?правильна відповідь|[–—-] правильный ответ|هي الإجابة الصحيحة"
)
_BY_VERDICT = rare_pattern(rf"(?P<named>\S[^\n]{{0,30}}?)[ \t]+(?:{_RIGHT})", re.IGNORECASE)
"""A line that ends with what it calls the answer."""
_WRONG = r"(?:is|are) (?:the )?(?:not (?:the |a )?(?:correct|right)|incorrect|wrong|false)(?: (?:answers?|options?|choices?|ones?))?"
_VERDICT = rare_pattern(
    rf"(?:(?:only|both|just|clearly|yes|no|sorry),?[ \t]+)?(?P<named>\S[^\n]{{0,80}}?)[ \t]+(?:(?:{_RIGHT})|(?P<wrong>{_WRONG}))(?=$|[ \t]*[.,;:!)(–—*]|[ \t]+(?:because|since|as|here|and|not|,)\b)",
    re.IGNORECASE,
)
"""A sentence that calls something right or wrong."""
_TAIL = rare_pattern(
    rf"[ \t]*(?P<all>[\[(](?:{_NOUNS})(?:[ \t]*{_SIGN}[ \t]*|[ \t]+(?:{_IS})[ \t]+)(?P<named>[^\n()\[\]]{{1,80}})[\])]"
    rf"|(?<=[?.!…:؟？] )(?:{_NOUNS})[ \t]*{_SIGN}[ \t]*(?P<last>[^\n]{{1,80}}?))[*_.]{{0,3}}[ \t]*(?:\{{[^{{}}]*\}}[ \t]*)?$",
    re.IGNORECASE,
)
"""The same at the end of other words."""
_LETTER = rare_pattern(r"\(?(?:[^\W\d_]|\d{1,2})[.)][ \t]+(?=\S)")
_BOX = rare_pattern(r"^(?:\[![\w-]+\][-+]?|\*\*\w+:\*\*(?=[ \t]+\S))[ \t]*")
"""How a box of GitHub or Obsidian begins, and what is written in its place."""
_LABEL_ALONE = rare_pattern(rf"(?:{_NOUNS})[*_ \t]*[:：]?[*_ \t]*", re.IGNORECASE)
_SHORT = 40
"""Characters of a line with a label or with letters alone."""
_LONGEST = 200
"""Characters of a line that names an answer, its reason included."""
_FIRST_WORDS = (
    "the only correct right best worked model sample answer answers ans key solution solutions option options choice choices"
    " response responses yr y ateb atebion opsiwn dewis cywir la le les l bonne bonnes réponse réponses corrigé die richtige"
    " richtiger richtigen korrekte korrekter korrekten antwort antworten lösung lösungen richtig las respuesta respuestas opción correcta solución a as"
    " resposta respostas risposta risposte poprawna poprawne prawidłowa prawidłowe odpowiedź odpowiedz odpowiedzi trefn drefn ordre bon"
    " orden răspuns răspunsul răspunsuri an freagra teisingas teisinga atsakymas doğru cevap yanıt jawaab jawaabta het juiste"
    " antwoord đáp câu odpověď správná válasz helyes"
)
_BEGINS = frozenset(_FIRST_WORDS.split())
"""First words of such a line in Latin letters: few lines are looked at more closely."""
_COUNTED = frozenset({"option", "letter", "number", "both", "all", *ORDINALS, *WHOLE})
"""First words of a line that ends with what it calls the answer."""
_ENDS = frozenset(")]}*_. \t")
_SIGNS = rare_pattern(r"^[^\w(\[«“\"']+")
_FIRST_WORD = rare_pattern(r"[\W_]*([^\W\d_]+)")


class Key(NamedTuple):
    """What names the right answer, in a line."""

    line: Line
    """The line."""
    start: int
    """Where it begins in the line; behind other words where it is not 0."""
    named: str
    """What it names, without signs around it."""
    label: Line | None = None
    """The line above it with `Answer:` alone; None where that stands in its own line."""
    folded: bool = False
    """Whether it stands in a part that opens."""

    @property
    def lines(self) -> list[Line]:
        """All that it takes, where it takes whole lines."""
        return [] if self.start else [self.label, self.line] if self.label else [self.line]

    @property
    def first(self) -> Line:
        """The line that it begins in."""
        return self.label or self.line


def keys_of(lines: Iterable[Line]) -> Iterator[Key]:
    """What names the right answer in the lines of a question: a line, or a line with the label and one with the letter."""
    label: Line | None = None
    lines = list(lines)
    for line in lines if may_name_an_answer(lines) else ():
        opening = BOX.match(line.text) or _LETTER.match(line.text)
        key = _key_in_option(line, opening) if opening else key_of(line, anywhere=True)
        if key is None and label is not None and is_lettered(line.text) and len(line.text) < _SHORT:
            key = Key(line, 0, line.text.strip(" *_."), label)
        if key:
            yield key
        label = line if is_label(line.text) else None


def is_label(text: str) -> bool:
    """Whether a line is nothing but what calls the answer: `**Answer:**`, `Answer key`."""
    if len(text) >= _SHORT:
        return False
    text = _BOX.sub("", text) if text[:1] in ("[", "*") else text
    first = _FIRST_WORD.match(text)
    if first is None or (first[1] < "\u0250" and first[1].casefold() not in _BEGINS):
        return False
    return bool(_LABEL_ALONE.fullmatch(text.strip("*_ \t")))


def _key_in_option(line: Line, opening: re.Match[str]) -> Key | None:
    """The same in an option: it may say of others that they are right, but not `Answer: b`."""
    rest = line.cut(opening.end())
    key = key_of(rest) or key_of(rest, anywhere=True)
    if key is None or not is_lettered(key.named) or not (key.start or key_of(rest)):
        return None
    whole = not key.start and not BOX.match(line.text)  # a line of its own, whatever letter it was given
    return Key(line, 0 if whole else opening.end() + key.start, key.named)


def key_of(line: Line, anywhere: bool = False) -> Key | None:
    """What names the right answer in a line; with `anywhere` also behind other words, and by other words than a label."""
    text = line.text
    first = _FIRST_WORD.match(text) if len(text) <= _LONGEST else None
    if first is None:
        return None
    word = first[1].casefold()
    labelled = word in _BEGINS or word >= "\u0250"
    if labelled and (named := _labelled(text, anywhere)):
        return Key(line, 0, named)
    if not anywhere:
        return None
    if (labelled or len(word) < 3 or word in _COUNTED) and (named := _called_right(text)):
        return Key(line, 0, named)
    if text[-1] not in _ENDS and ":" not in text and "=" not in text:
        return None
    if match := _TAIL.search(text):
        return Key(line, match.start("all"), (match["named"] or match["last"]).strip(" *_."))
    return None


def _plain(text: str) -> str:
    return re.sub(r"(?<!\w)[*_`]{1,3}|[*_`]{1,3}(?!\w)", "", text).strip().rstrip(".")


def _labelled(text: str, anywhere: bool) -> str:
    """What a line names that begins with what it calls the answer; empty for any other line."""
    plain = _plain(text)
    match = _BY_LABEL.fullmatch(_SIGNS.sub("", plain) if anywhere else plain)
    if not match or not match["named"]:
        return ""
    named = _AS_BEGINNING.sub("", match["named"], count=1).strip(" *_.")
    sure = match["bare"] is None or (anywhere and is_lettered(named) and named[:2].strip(" .,)").isupper())
    return named if sure else ""


def labelled(text: str) -> str:
    """What a sentence names that begins with what it calls the answer: `The answer is Fear`; empty for any other."""
    first = _FIRST_WORD.match(text)
    begins = first and (first[1].casefold() in _BEGINS or first[1] >= "\u0250")
    return _labelled(text, anywhere=True) if begins else ""


def verdict_of(text: str) -> tuple[str, bool]:
    """What a sentence calls right or wrong, `Fear is the right answer`, and whether it is right; empty for any other."""
    match = _VERDICT.match(_plain(text))
    return (match["named"].strip(" *_.\"“”‘’'"), not match["wrong"]) if match else ("", True)


def _called_right(text: str) -> str:
    """What a line names that ends with what it calls the answer: `B is correct`; empty for any other line."""
    match = _BY_VERDICT.fullmatch(_plain(text))
    named = _AS_BEGINNING.sub("", match["named"], count=1) if match else ""
    return named if is_lettered(named) else ""
