"""Words in the scripts of the world, and signs, for tests that must hold in any of them."""

from hypothesis import strategies as st

WORDS = {
    "Latin": ("Trust", "Fear of blame", "Haste", "Time to learn", "naïve", "naive", "Café", "O'Neill"),
    "Latin that Unicode does not take apart": (
        "Straße",
        "Strasse",
        "łódź",
        "lodz",
        "Smørrebrød",
        "đá",
        "da",
        "ılık",
        "ilik",
    ),
    "Cyrillic": ("Довіра", "Страх", "Поспіх", "Час на навчання", "їжа", "іжа"),
    "Greek": ("Εμπιστοσύνη", "Φόβος", "Βιασύνη", "λόγος"),
    "Arabic": ("ثقة", "خوف", "عجلة", "وقت للتعلم", "٥", "٦"),
    "Hebrew": ("אמון", "פחד", "חיפזון", "זמן ללמוד"),
    "Devanagari": ("भरोसा", "डर", "जल्दी", "सीखने का समय", "कि", "की"),
    "Thai": ("ความไว้ใจ", "ความกลัว", "ความเร่งรีบ", "ไม้", "ใม้"),
    "Chinese": ("信任", "恐惧", "匆忙", "学习的时间"),
    "Japanese": ("しんらい", "恐れ", "あせり", "ハ", "パ", "バ"),
    "Korean": ("신뢰", "두려움", "서두름", "배울 시간"),
    "Georgian": ("ნდობა", "შიში", "აჩქარება"),
    "Armenian": ("Վստահություն", "Վախ", "Շտապողականություն"),
    "Ethiopic": ("እምነት", "ፍርሃት", "ችኮላ"),
    "Tamil": ("நம்பிக்கை", "பயம்", "அவசரம்"),
    "Khmer": ("ទំនុកចិត្ត", "ភ័យ", "ប្រញាប់", "ពេលរៀន"),
    "Tibetan": ("ཡིད་ཆེས", "འཇིགས་པ", "བྲེལ་བ", "ཀ", "ཀི"),
    "Cherokee": ("ᎣᏏᏲ", "ᏩᏙ", "ᎥᎥ"),
    "N’Ko": ("ߟߊߣߊߦߊ", "ߛߌߟߊ߲", "ߜߊ߬", "ߜߊ߫"),
    "Adlam": ("𞤸𞤮𞥅𞤤𞤢𞥄𞤪𞤫", "𞤳𞤵𞤤𞤮𞤤", "𞤴𞤢𞤱"),
    "signs": ("+", "−", "<", "≥", "=", "≠", "%", "£", "€", "?", "!", "…", "§", "∞", "→", "°"),
    "emoji": ("🙂", "🙁", "❤️", "👩‍👧", "👨‍👧", "👩", "👍🏻", "👍🏿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "2️⃣"),
    "words with signs": (
        "C",
        "C++",
        "C#",
        "5 %",
        "5 £",
        "£5",
        "−5",
        "5",
        "1:5",
        "1/5",
        "1.5",
        "15",
        "x²",
        "x2",
        "a > b",
        "a < b",
    ),
}
"""Each of them says something else than all others of its script."""

EVERY = tuple(word for words in WORDS.values() for word in words)

_RANGES = {
    "Latin": ("a", "z"),
    "Latin with marks": ("à", "ž"),
    "Cyrillic": ("а", "ї"),
    "Greek": ("α", "ω"),
    "Arabic": ("ا", "ي"),
    "Hebrew": ("א", "ת"),
    "Devanagari": ("अ", "ह"),
    "Thai": ("ก", "ฮ"),
    "Chinese": ("一", "丿"),
    "Japanese": ("あ", "ん"),
    "Korean": ("가", "갛"),
    "Georgian": ("ა", "ჰ"),
    "Armenian": ("ա", "ֆ"),
    "Ethiopic": ("ሀ", "ሿ"),
    "Khmer": ("ក", "អ"),
    "Tibetan": ("ཀ", "ཇ"),
    "Cherokee": ("Ꭰ", "Ᏼ"),
    "N’Ko": ("ߊ", "ߪ"),
    "Adlam": ("𞤀", "𞤡"),
}
SIGNS = "+−<>≥%£€=≠§°→🙂🙁👍"
"""Signs that are read as words."""

_words = st.sampled_from(list(_RANGES.values())).flatmap(
    lambda ends: st.text(st.characters(min_codepoint=ord(ends[0]), max_codepoint=ord(ends[1])), min_size=1, max_size=9)
)
LATIN = (
    "trust",
    "time",
    "families",
    "before",
    "after",
    "meeting",
    "naïve",
    "résumé",
    "ask",
    "not",
    "% of",
    "&",
    "1,500",
)
"""Words with accents and signs that ids of Latin words leave out."""
_signs = st.text(st.sampled_from(SIGNS), min_size=1, max_size=2)


def sayings() -> st.SearchStrategy[str]:
    """One to six words of any scripts, signs among them, as an author may type them in an option."""
    parts = st.one_of(_words, _words, _words, _signs, st.integers(0, 99).map(str))
    made = st.lists(parts, min_size=1, max_size=6).map(" ".join)
    return st.one_of(st.sampled_from(EVERY), made, sentences()).filter(lambda said: said == " ".join(said.split()))


def sentences(shortest: int = 1) -> st.SearchStrategy[str]:
    """Latin words, some more than an id says."""
    return st.lists(st.sampled_from(LATIN), min_size=shortest, max_size=9, unique=True).map(" ".join)
