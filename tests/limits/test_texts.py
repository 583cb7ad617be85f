"""Limits of what stands in a module: a step further, and a rule is broken."""

from tests.cases import for_each
from tests.limits.pairs import Files, Pair, breaks, module, settings, words


def table(columns: int) -> Files:
    return module(f"|{' a |' * columns}\n|{' --- |' * columns}\n|{' b |' * columns}")


def alternative(length: int) -> Files:
    return module(f"![{'a' * length}](images/team.png)")


def sentence(count: int, length: int) -> Files:
    """A paragraph of one sentence of so many words and so many characters."""
    short = words(count - 1, "a")
    return module(f"{short} {'o' * (length - len(short) - 2)}.")


def graded(count: int, sentences: int) -> Files:
    """Sentences of so many short words each; every one in a paragraph of its own."""
    return module("\n\n".join(f"{words(count)}." for _ in range(sentences)))


def quiz(heading: str = "", options: int = 2, below: str = "") -> Files:
    lines = "\n".join(f"- [{'x' if number == 0 else ' '}] Option {'abcdefg'[number]}" for number in range(options))
    return module(f"## Quiz: Which? {heading}\n\n{lines}\n{below}")


def nested(depth: int) -> Files:
    return module(f"{'> ' * depth}words")


def drawing(lines: int, signs: int) -> Files:
    """Code of so many lines and so many signs."""
    row = ["|"] * signs
    return module("```\n" + "\n".join("".join(row[number::lines]) for number in range(lines)) + "\n```")


def feedback(length: int) -> Files:
    """Feedback that explains nothing, of so many characters as HTML."""
    text = ("No, " * 20)[: length - len("<p></p>") - len("wrong")]
    text = text[: text.rfind(",") + 2] if "," in text else ""
    mark = "!" * (length - len("<p></p>") - len(text) - len("wrong"))
    return quiz(below=f"  > {text}wrong{mark}\n")


def split_option(length: int) -> Files:
    """An option whose first line has so many characters, and that goes on with a sentence."""
    return module(f"## Quiz: Which?\n\n- [x] This\n- [ ] {'a' * (length - 6)}\n  It was said.\n")


def gap(length: int) -> Files:
    return module(f"## Fill: Which?\n\nIt needs [[{'a' * length}]].")


def group(length: int) -> Files:
    """A line above a list of a Sort, taken for the name of a group that is not bold."""
    return module(f"## Sort: Which?\n\n{'a' * length}\n\n- One\n\n**Second**\n\n- Two\n")


def run_on(length: int) -> Files:
    """Below a line of so many characters, one that was hardly broken to fit a window."""
    return module(f"## Sort: Which?\n\n**First**\n\n- {'a' * (length - 2)}\n– telephone\n\n**Second**\n\n- Two\n")


def listed(length: int) -> Files:
    """The same in a list of the text."""
    return module(f"- {'a' * (length - 2)}\n– telephone\n- keys")


def one_alone(words: int) -> Files:
    """A line with a dash, and so many words, below others."""
    return module(f"What we need\n– {' '.join(['pens'] * words)}")


def answered(length: int) -> Files:
    """A quiz with an answer line of so many characters."""
    return quiz(below="\n" + "Answer: b – ".ljust(length, "a") + "\n")


def labelled(length: int) -> Files:
    """A quiz with a label of so many characters above a letter."""
    return quiz(below="\n" + "Answer:".rjust(length, "_") + "\n\nB\n")


def filled(words: int) -> Files:
    """A gap, and below it an answer line of so many words."""
    return module(f"## Fill: Which?\n\nWe need [[trust]].\n\nAnswer: {' '.join(['time'] * words)}")


def address(length: int) -> Files:
    """Three lines, the first of so many characters."""
    return module(f"{'C' * length}\nStation Road\nBrighton")


def letters(count: int) -> Files:
    return module("и" * count)


def foreign(known: int, others: int, own: int = 0) -> Files:
    """A passage of Welsh words, words of no language, and English words."""
    return module(
        " ".join([*(["mae", "wedi", "hefyd", "gyda", "bydd"][:known]), *["zx"] * others, *["the"] * own]) + "."
    )


def places(apart: int) -> Files:
    """Two places in a picture, so far from each other from left to right, and hardly from top to bottom."""
    listed = f"1. **The door** (20, 35): Open?\n2. **The lock** ({20 + apart}, 36): Shut?"
    return module(f"## Picture: Where?\n\n![A room](images/team.png)\n\n{listed}")


PAIRS = [
    Pair("kinds.picture._APART", "PIC-003", places(5), places(4)),
    Pair("check.page.layout.WIDEST", "W17", table(5), table(6)),
    Pair("check.page.layout.LONGEST_ALTERNATIVE", "W02", alternative(150), alternative(151)),
    Pair("words of a bold line", "W01", module(f"**{words(11)}**\n\nMore."), module(f"**{words(10)}**\n\nMore.")),
    Pair("check.language.italics.FEWEST", "W18", module(f"*{words(11)}*"), module(f"*{words(12)}*")),
    Pair("check.language.reading_age.LONGEST_SENTENCE", "W08", sentence(25, 120), sentence(26, 120), "sentence"),
    Pair("check.language.reading_age._SHORT", "W08", sentence(26, 90), sentence(26, 92), "sentence"),
    Pair(
        "check.language.reading_age.LONGEST_PARAGRAPH",
        "W08",
        module("It was so and it did help. " * 6),
        module("It was so and it did help. " * 7),
        "paragraph",
    ),
    Pair("check.language.reading_age.OLDEST", "W08", graded(34, 3), graded(35, 3), "reading age"),
    Pair("check.language.reading_age._ENOUGH", "W08", graded(33, 3), graded(50, 2), "reading age"),
    Pair("check.language.reading_age._ENOUGH", "W08", module(words(99)), module(words(100)), "reading age"),
    Pair(
        "check.language.capitals_and_ascii_art._SHOUTED_WORDS",
        "W18",
        module("So PLEASE REMEMBER EVERYTHING now."),
        module("So PLEASE DO REMEMBER EVERYTHING now."),
    ),
    Pair(
        "check.language.capitals_and_ascii_art._SHOUTED_LETTERS",
        "W18",
        module("READ THEM OVER NOW."),
        module("READ THEM OVER THERE."),
    ),
    Pair("emoji in a row", "W19", module("Well done 🎉🎉."), module("Well done 🎉🎉🎉.")),
    Pair("signs in a row", "W19", module("°°°°"), module("°°°°°")),
    Pair("check.language.capitals_and_ascii_art._DRAWN_LINES", "W19", drawing(2, 16), drawing(3, 16)),
    Pair("signs of a drawing", "W19", drawing(3, 11), drawing(3, 12)),
    Pair("check.language.foreign_passages._SHORTEST", "W07", foreign(3, 2), foreign(3, 3)),
    Pair("check.language.foreign_passages._MET", "W07", foreign(2, 4), foreign(3, 4)),
    Pair("check.language.foreign_passages._SHARE", "W07", foreign(3, 10), foreign(3, 9)),
    Pair("twice as many words as of the page's language", "W07", foreign(4, 1, 3), foreign(4, 1, 2)),
    Pair("check.language.foreign_passages._LETTERS", "W07", letters(5), letters(6)),
    Pair("half of the letters", "W07", module("навчання и aaaaaaaaaa"), module("навчання и aaaaaaaaa")),
    Pair("letters of an abbreviation", "W09", module("Ask the QZXVJKW."), module("Ask the QZXVJK.")),
    Pair("letters of an abbreviation", "W09", module("Ask the Q team."), module("Ask the QZ team.")),
    Pair("check.questions._CURT", "W14", feedback(50), feedback(49)),
    Pair("check.questions._NARROW", "QUE-021", split_option(60), split_option(59)),
    Pair("read.questions.attributes.LARGEST", "QUE-012", quiz("{weight=100}"), quiz("{weight=101}")),
    Pair("read.questions.attributes.LARGEST", "QUE-012", quiz("{weight=1}"), quiz("{weight=0}")),
    Pair("read.questions.attributes.LARGEST", "QUE-012", quiz("{attempts=20}"), quiz("{attempts=21}")),
    Pair("read.questions.attributes.LARGEST", "QUE-012", quiz("{attempts=1}"), quiz("{attempts=0}")),
    Pair(
        "read.questions.attributes.WORDS",
        "QUE-012",
        module("## Reflect: Why? {words=5000}"),
        module("## Reflect: Why? {words=5001}"),
    ),
    Pair(
        "read.questions.attributes.WORDS",
        "QUE-012",
        module("## Reflect: Why? {words=1}"),
        module("## Reflect: Why? {words=0}"),
    ),
    Pair(
        "read.questions.attributes._FEWEST",
        "QUE-016",
        quiz("{shuffle=all-but-last}", options=3),
        quiz("{shuffle=all-but-last}", options=2),
    ),
    Pair("model.contract.LONGEST_GAP", "QUE-009", gap(80), gap(81)),
    Pair("kinds.sort._LONGEST_NAME", "QUE-008", group(59), group(60), "belong to no group"),
    Pair("kinds.sort._LONGEST_NAME", "QUE-008", group(60), group(59), "in bold"),
    Pair("read.near_miss.list_items._SHORT", "STR-045", listed(50), listed(49)),
    Pair("read.near_miss.one_alone._SHORT", "STR-045", module(f"{'a' * 50}\n– a pen"), module(f"{'a' * 49}\n– a pen")),
    Pair("read.near_miss.one_alone._MOST_WORDS", "STR-045", one_alone(9), one_alone(8)),
    Pair("read.near_miss.answer_lines.labels._LONGEST", "QUE-018", answered(201), answered(200)),
    Pair("read.near_miss.answer_lines.labels._SHORT", "QUE-018", labelled(40), labelled(39)),
    Pair("kinds.fill._LONGEST_ANSWER", "QUE-018", filled(5), filled(4)),
    Pair("read.near_miss.list_items._WRAPPED", "STR-045", run_on(76), run_on(75)),
    Pair("read.near_miss.lines_apart._SHORT", "W21", address(45), address(44)),
    Pair("read.near_miss.lines_apart._NEXT", "W21", module("c. gamma\nh. delta"), module("c. gamma\ng. delta")),
    Pair("read.near_miss.lines_apart._LEAST", "W21", module("Civic Centre\nBrighton"), address(20)),
    Pair("read.settings.keys.key.ID", "STR-018", module(f"## A {{#{'a' * 60}}}"), module(f"## A {{#{'a' * 61}}}")),
    Pair("read.settings.keys.key.ID", "STR-018", module("## A {#ab}\n\nSo."), module("## A {#a}\n\nSo.")),
    Pair(
        "read.near_miss.missing_hashes._WIDEST",
        "QUE-002",
        module("######" + "\u00a0" * 9 + "Quiz: Which?\n\n- [x] This\n- [ ] That"),
        module("######" + "\u00a0" * 10 + "Quiz: Which?\n\n- [x] This\n- [ ] That"),
    ),
    Pair(
        "read.markdown.labels._WIDEST",
        "QUE-013",
        quiz(below="\nHint" + " " * 28 + ": words\n"),
        quiz(below="\nHint" + " " * 27 + ": words\n"),
        "begins with Hint:",
    ),
    Pair("model.look.colour.FOR_WORDS", "A14", settings('accent: "#6d6d6d"'), settings('accent: "#6e6e6e"')),
    Pair("rows of a table without dashes", "STR-041", module("a | b"), module("a | b\nc | d")),
    Pair("options of a Quiz", "A13", quiz(options=2), quiz(options=1), "only one option"),
    Pair(
        "digits of a number",
        "QUE-010",
        module(f"## Number: How many?\n\n= {'9' * 15}.{'9' * 7}"),
        module(f"## Number: How many?\n\n= {'9' * 16}"),
    ),
    Pair(
        "digits of a number",
        "QUE-010",
        module("## Number: How many?\n\n= 0.1234567"),
        module("## Number: How many?\n\n= 0.12345678"),
    ),
]


@for_each("pair", PAIRS, ids=str)
def test_a_step_further_breaks_the_rule(pair: Pair) -> None:
    """Just within the limit nothing is said of it; just beyond, it is."""
    assert not breaks(pair, pair.within), "what is within the limit is reported"
    assert breaks(pair, pair.beyond), "what is beyond the limit is not reported"
