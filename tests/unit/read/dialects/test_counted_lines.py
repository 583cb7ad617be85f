"""Lines that authors count in scripts and signs that markdown does not know: each becomes a list by its remedy."""

from builder.model.diagnostics import Diagnostic
from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.unit.read.dialects.test_lists_and_sums import mended

LETTERS = (
    "абвгдежзиклмнопр абвгдежиклмнпр абвгґдеєжзиіїйкл абвгдеєжзиіїйкл αβγδεζηθικλ אבגדהוזחטיכל "
    "أبجدهوزحطيكل ابجدهوزحطیکل أبتثجحخدذرزس ابپتثجچحخد آبپتثجچحخد ابپتٹثجچحخ աբգդեզէըթժ აბგდევზთიკლ "
    "ሀለሐመሠረሰሸቀበ कखगघङचछजझञ कखगघचछजझटठ अआइईउऊ अबसद अबकड কখগঘঙচছজঝঞ কখগঘচছজঝটঠ অআইঈউঊ કખગઘચછજઝ અબકડ "
    "ਕਖਗਘਚਛਜਝ ੳਅੲਸਹ அஆஇஈஉஊஎஏ కఖగఘచఛజ అఆఇఈఉఊ ಕಖಗಘಚಛಜ ಅಆಇಈಉಊ കഖഗഘചഛജ അആഇഈഉഊ කඛගඝචඡජ අආඇඈඉඊ กขคงจฉชซ "
    "กขฃคฅฆงจ ກຂຄງຈສຊຍ កខគឃងចឆជ ကခဂဃငစဆဇ 가나다라마바사아자차카타파하 ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ アイウエオカキクケコ あいうえおかきくけこ イロハニホヘト "
    "いろはにほへと 甲乙丙丁戊己庚辛壬癸 "
)
"""How authors of many languages count; some pass over letters."""
WORDS = (
    "اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا",
    "اول دوم سوم چهارم پنجم ششم",
    "첫째 둘째 셋째 넷째 다섯째 여섯째",
    "第一 第二 第三 第四 第五 第六",
    "第一に 第二に 第三に 第四に 第五に",
)


def faults(typed: str) -> list[Diagnostic]:
    """What is reported, but for the language of the words (W07)."""
    return [found for found in report_of(module(typed)) if found.rule != "W07"]


@for_each(
    ("typed", "kept"),
    [
        ("๑. หนึ่ง\n๒. สอง", "1. หนึ่ง\n2. สอง"),
        ("ก) หนึ่ง\nข) สอง", "- ก) หนึ่ง\n- ข) สอง"),
        ("1、第一\n2、第二", "1. 第一\n2. 第二"),
        ("（1）第一\n（2）第二", "1. 第一\n2. 第二"),
        ("1，第一\n2，第二", "1. 第一\n2. 第二"),
        ("甲、第一\n乙、第二", "- 甲、第一\n- 乙、第二"),
        ("看：\n一、第一\n二、第二", "看：\n1. 第一\n2. 第二"),
        ("⑴ 第一\n⑵ 第二", "1. 第一\n2. 第二"),
        ("イ．準備\nロ．開始", "- イ．準備\n- ロ．開始"),
        ("第一に、準備\n第二に、開始", "- 第一に、準備\n- 第二に、開始"),
        ("가. 준비\n나. 시작\n다. 끝", "- 가. 준비\n- 나. 시작\n- 다. 끝"),
        ("㉠ 준비\n㉡ 시작", "- ㉠ 준비\n- ㉡ 시작"),
        ("첫째, 준비\n둘째, 시작", "- 첫째, 준비\n- 둘째, 시작"),
        ("अ. पहला\nब. दूसरा", "- अ. पहला\n- ब. दूसरा"),
        ("(क) पहला\n(ख) दूसरा", "- (क) पहला\n- (ख) दूसरा"),
        ("ক. এক\nখ. দুই", "- ক. এক\n- খ. দুই"),
        ("௧. ஒன்று\n௨. இரண்டு", "1. ஒன்று\n2. இரண்டு"),
        ("أولاً: هذا\nثانياً: ذاك", "- أولاً: هذا\n- ثانياً: ذاك"),
        ("أ- هذا\nب- ذاك\nت- غيره", "- أ- هذا\n- ب- ذاك\n- ت- غيره"),
        ("الف) یکم\nب) دوم\nپ) سوم", "- الف) یکم\n- ب) دوم\n- پ) سوم"),
        ("а) раз\nб) два\nв) три\nг) чотири\nґ) пʼять", "- а) раз\n- б) два\n- в) три\n- г) чотири\n- ґ) пʼять"),
        ("ა. ერთი\nბ. ორი", "- ა. ერთი\n- ბ. ორი"),
        ("1° préparer\n2° commencer", "1. préparer\n2. commencer"),
        ("ⓐ Ring\nⓑ Wait", "- ⓐ Ring\n- ⓑ Wait"),
        ("❶ Ring\n❷ Wait", "1. Ring\n2. Wait"),
    ],
)
def test_they_become_a_list_by_one_remedy(typed: str, kept: str) -> None:
    """Numbers become those of a list; letters and words stay, for other text may name them."""
    found = faults(typed)
    assert {d.rule for d in found} == {"STR-045"} and len(found) == len(kept.splitlines()) - kept.count("：\n")
    assert mended(typed, found[0]) == kept


@for_each(
    "typed",
    [
        "步骤1：打电话\n步骤2：等待",
        "第一步：打电话\n第二步：等待",
        "電話：0120\n住所：東京",
        "ขั้นตอนที่ 1: โทร\nขั้นตอนที่ 2: รอ",
        "पहला: फ़ोन करें\nदूसरा: रुकें",
        "العُنوان: القاهرة\nالهاتف: ٠١٢",
        "1단계: 전화\n2단계: 대기",
        "その1 電話する\nその2 待つ",
        "[1] Ring\n[2] Wait",
        "1/ Ring\n2/ Wait",
        "No. 1: ring\nNo. 2: wait",
        "a: ring\nb: wait",
        "¹ Source A\n² Source B",
    ],
)
def test_labels_and_numbers_behind_the_same_words_run_together(typed: str) -> None:
    """Also where a label has marks above its letters, or a colon of Chinese."""
    (found,) = faults(typed)
    assert found.rule == "W21" and (found.span.line, found.span.column) == (5, 1)


@for_each(
    "typed",
    [
        "첫째, 준비하세요.\n둘째, 시작하세요.",
        "我们去公园\n一起玩，然后回家\n二月再见。",
        "هذا سطر طويل، وهو يستمر هنا\nبعد ذلك نكتب سطرا آخر.",
        "Ring 1 hour before the visit,\nand wait 2 hours.",
        "It is\n1° C here and\n2° C there.",
        "1 visit took long,\n2 visits did not.",
        "他说：你好。\n她说：再见。",
        "А. Шевченко написав це,\nа Б. Іваненко прочитав.",
        "The visit was\n½ an hour long.",
    ],
)
def test_sentences_in_lines_are_no_list(typed: str) -> None:
    """They read as well in one paragraph."""
    assert faults(typed) == []


@for_each("order", [*LETTERS.split(), *(row.split() for row in WORDS)], ids="".join)
def test_every_letter_and_word_of_an_order_is_counted(order: str | list[str]) -> None:
    """From the first to the last; two that change places end the list."""
    assert len(faults("\n".join(f"{sign}) x" for sign in order))) == len(order)
    assert faults("\n".join(f"{sign}) x" for sign in (order[0], order[-1]))) == []
