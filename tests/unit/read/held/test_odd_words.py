"""Numbers, lengths of time and indented words as people type them: what is said of each, in `odd_words.txt`.

`SNAPSHOTS=write` writes it afresh. Read what it wrote.
"""

from decimal import Decimal
from itertools import product
from pathlib import Path

from builder.check.indented_words import is_prose
from builder.read.near_miss.numbers import EXAMPLE, near_number, share
from builder.read.settings.times import as_minutes, how_to_write_minutes, near_minutes
from tests.rules.corpus import REREAD, WRITING

HELD = Path(__file__).with_name("odd_words.txt")

DIGITS = (
    *(
        "5",
        "05",
        "1,500",
        "1.500",
        "12,345.6",
        "12.345,6",
        "1,50,000",
        "1 500",
        "1'500",
        "1’500",
        "1_500",
        "1٬500",
        "٢٥٫٥",
    ),
    *(
        "0,500",
        "0.500",
        "1,2,3",
        "1.2.3",
        "1 2 3",
        "12 34",
        "1,500,000",
        "1.500.000",
        "1 500 000",
        "1 500,000",
        "1,500.25",
    ),
    *(
        ".5",
        ",5",
        "5.",
        "5,",
        ".",
        ",",
        "..",
        "5..",
        "1,5",
        "12,345",
        "123,4567",
        "1234,567",
        "1\u202f500",
        "1\u00a0500,5",
    ),
    *(
        "123456789012345",
        "1234567890123456",
        "0.1234567",
        "0.12345678",
        "1,500 000",
        "1'500'000.5",
        "1 23",
        "10,00,000",
    ),
)
SIGNS = ("", "+", "-", "−", "–", "− ", "£", "€ ", "$-")
UNITS = ("", " mg", "%", " %", "kg", " kr.", " m²", " °C", " or so", "k", " per day", " (about)", "x", " 2", "st")
NUMBERS = (
    *(f"{sign}{digits}{unit}" for digits, sign, unit in product(DIGITS[:8], SIGNS, UNITS[:6])),
    *(f"{digits}{unit}" for digits, unit in product(DIGITS, UNITS)),
    *(f"{sign}{digits}" for digits, sign in product(DIGITS, SIGNS)),
    *(f"{low}{way}{high}" for low, way, high in product(("5", "1,5", "-5", "05", "7"), ("-", " – ", "..", "...", " to ", "to", "−"), ("7", "2,5", "10 mg", "5", "-3", "7 or so"))),
    *("1/2", "1 1/2", "1⁄2", "3/0", "1/3", "22/7", "1/1000", "2000/3", "½", "1½", "1 ½", "⅓", "2⅞", "⅐", "½ mg", "0/5", "1/2/3", "10/5"),
    *("1e3", "1E3", "1.5e-3", "-1e2", "−1e2", "1e99", "1e16", "e3", "1e", "1e+2", "1.2345678e1", "2e-7", "2e-8"),
    *("", " ", "five", "ten or so", "about 5", "5 to", "to 7", "5-7-9", "1,000-2,000", "1 000 – 2 000 kr", "0-1", "0.1-0.2", "1-0.0000001"),
)  # fmt: skip
SHARES = (
    "5%",
    "5 %",
    "5 per cent",
    "5percent",
    "5 PERCENT",
    "0,5%",
    "0.25 %",
    "100%",
    "1000%",
    "5",
    "5 %%",
    "5.12345%",
    "%",
)

WORDS_FOR_TIME = (
    *(
        "40 minuets",
        "40 min utes",
        "2 huors",
        "40 monkeys",
        "40 mnutes.",
        "4o minutes",
        "1 hours",
        "40 minutesss",
        "40 hour",
    ),
    *(
        "0:45",
        "0:00",
        "1:00",
        "1:30",
        "2:05",
        "4:59",
        "5:00",
        "5:30",
        "12:30",
        "45:00",
        "1:75",
        "001:30",
        " 1:30 ",
        "1:3",
    ),
    *(
        "1.30 hours",
        "1,30 h",
        "2.15hrs",
        "0.45 hour",
        "1.75 hours",
        "1.99 h.",
        "1.60 h",
        "1.59 h",
        "about 1.30 h",
        "10.05 hours",
    ),
    *(
        "20-30",
        "20 - 30 minutes",
        "20 to 30 min.",
        "2 or 3 hours",
        "2 and 3",
        "20–30 mins",
        "about 20-30 minutes",
        "a 20-30",
    ),
    *("", "soon", "two weeks", "1 day", "1,500 minutes"),
)
LENGTHS = (
    *("1", "999", "1000", "0", "0001", "1 m", "9 h", "99 hours", "100 hours", "1 h 59", "1 h 60", "1 h 5", "1 h 05 min", "1 h, 5"),
    *("1.5 h", "1.25 h", "1.75 h", "1.9 h", "1.35 h", "0.5 h", "0.05 h", ".25 h", "1¼ h", "1 3/4 h", "1 2/4 h", "3/4 h", "¾ hour"),
    *("PT1H", "PT1H5M", "PT1H60M", "PT5M", "PT999M", "PT1000M", "PT", "PT0M", "pt5m", "1 hour and 5 minutes", "1 hour and", "1 hour 5."),
    *("about 5", "(about 5)", "5 (about)", "5 (approx.)", "5 approx.", "5 min. long.", "~ 5", "c. 5", "5 to complete", "5 min", "5 minutes"),
    *("۵ دقيقة", "٩٩٩", "٠٥", "٢٫٥ ساعة"),
)  # fmt: skip

CODE = (
    *("See her first.", "see her first", "see her", "See", "See.", "See!", "See…", "see", "- see", "* See her", "1. see", "a) see", "(b) see her", "10) So"),
    *("> see", "> See her.", "• see her", "– see", "**See** her", "*See*", "“See her”", "'see her now'", "¿Qué?", "¡Sí!", "… and so on", "[see]", "[See her"),
    *("100 words here", "2 + 2", "5: five", "x = 5", "x=5", "f(x)", "f (x)", "a;", "a =", "so;", "end; so", "--all", "ls -la", "a - b", "well-known words here", "-a b"),
    *("snake_case", "a _ b c", "std::map", "x := 5", "a == b", "a && b", "a || b", "a & b here", "a | b here", "/usr/bin", "./run", ".hidden file", "~home is here", "#define it"),
    *("@media is here", "%d is here", "# a b c", "name: value", "\"name\": so", "name = so", "Name: so", "two  spaces here", "three   spaces here", "a/b/c is here", "a/b is here"),
    *("README.md", "run.sh", "run.sh now", "path/to", "www.example.org", "e.g. so on", "{a}", "a > b c", "a < b", "$5 and more", "`a` b c", "a\\b", "─── so ───", "3 - 2", "3 days later on"),
    *("git commit is here", "Git commit", "if you see her", "for the family", "make tea for her", "import goods here", "from here to there", "let us go on", "class begins at nine", "select one of these"),
    *(f"{command} the words here" for command in ["apt", "bash", "brew", "cat", "cd", "chmod", "conda", "cp", "curl", "docker", "echo", "git", "grep", "ls", "make", "mkdir", "mv", "node", "npm", "npx", "pip", "python", "rm", "satchel", "sh", "ssh", "sudo", "wget", "yarn", "import", "from", "def", "for", "if", "else", "while", "return", "class", "function", "print", "let", "var", "const", "select", "words"]),
    *("One line\ntwo lines", "one line\nand = two", "First.\n\nf(x)", "", "  ", "\n", "123", "été à la maison", "Дім там", "дім", "العربية هنا", "a1 b2 c3", "x2", "e"),
)  # fmt: skip


def told(text: str, *, is_value: bool = True) -> str:
    """What is said of a text in place of a number; what stands in its message and what all share is left out."""
    near = near_number(text, is_value)
    if near.hint == EXAMPLE and near.message == f"“{text}” is not a number":
        return "no number"
    hint = near.hint.replace(EXAMPLE, "(an example)")
    return f"{near.message.removeprefix(text)} | {hint} | {near.meant}"


def minutes(text: str) -> int | None:
    try:
        return as_minutes(text)
    except ValueError:
        return None


def rows() -> list[str]:
    """What is typed, and what is said of it."""
    found = []
    for text in dict.fromkeys(NUMBERS):
        value, more = told(text), told(text, is_value=False)
        found.append(f"{text!r} -> {value}{f'; behind ±: {more}' if more != value else ''}")
    found += [
        f"{text!r} of -12.5 and 7 -> {share(text, Decimal('-12.5'))}, {share(text, Decimal(7))}" for text in SHARES
    ]
    found += [f"time: {text!r} -> {near_minutes(text)} | {how_to_write_minutes(text)}" for text in WORDS_FOR_TIME]
    found += [f"time: {text!r} -> {minutes(text)} minutes" for text in LENGTHS]
    return [*found, *(f"indented: {text!r} -> {'words' if is_prose(text) else 'code'}" for text in dict.fromkeys(CODE))]


def test_what_is_said_of_odd_words_was_read_and_approved() -> None:
    """Row by row."""
    written = "\n".join(rows()) + "\n"
    if WRITING:
        HELD.write_text(written, encoding="utf-8")
    assert written == HELD.read_text(encoding="utf-8"), REREAD
