"""Every word of a list does what the list says, and a word that is near does not: `words.txt`.

The lists are written down a second time there, so that a word that gets lost in the code is missed here.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from builder.check.language.foreign_passages import SCRIPTS, SMALL_WORDS, foreign_language
from builder.model.diagnostics import Span
from builder.model.hidden import hides_text
from builder.model.rules import fault
from builder.read.blocks.film_reason import names_nothing
from builder.read.files.portable_names import PortableNames
from builder.read.ids import RESERVED
from builder.read.language_tags import is_language, near_language
from builder.read.near_miss.numbers import is_unit
from builder.read.typography import typeset
from tests.cases import for_each
from tests.limits.pairs import Files, course_of, module, report_of, settings, words
from tests.rules.corpus import HEAD, MODULE

LISTS = {
    name: [word.strip() for word in " ".join(body.split("\n")).split(",")]
    for name, body in re.findall(
        r"^# (.*)\n((?:.+\n)+)", (Path(__file__).with_name("words.txt")).read_text("utf-8"), re.M
    )
}
PAIRED = {name: dict(entry.split(" = ") for entry in entries) for name, entries in LISTS.items() if " = " in entries[0]}

Probe = Callable[[list[str]], set[str]]
"""Gives those of some words that do what the list says."""


def told(
    rule: str, template: str, files: Callable[[str], Files] = lambda word: {}, says: str = "", last: str = ""
) -> Probe:
    """Words that break a rule in the place of W, each in a paragraph of its own."""

    def probe(given: list[str]) -> set[str]:
        text, places = HEAD, {}
        beside: dict[str, str | bytes] = {}
        for word in given:
            filled = template.replace("W", word)
            first = text.count("\n") + 1
            places |= dict.fromkeys(range(first, first + filled.count("\n") + 1), word)
            text += filled + "\n\n"
            beside |= files(word)
        reports = report_of({**beside, MODULE: text + last + "\n"})
        return {places[d.span.line] for d in reports if d.rule == rule and d.span.path == MODULE and says in d.message}

    return probe


def each(holds: Callable[[str], bool]) -> Probe:
    """Words of which something holds, asked one by one."""
    return lambda given: {word for word in given if holds(word)}


def silent(probe: Probe) -> Probe:
    """Words that do not."""
    return lambda given: set(given) - probe(given)


def reported(rule: str, source: Callable[[str], Files], says: str = "") -> Probe:
    """Words that break a rule in a course of their own."""
    return each(lambda word: any(d.rule == rule and says in d.message + d.hint for d in report_of(source(word))))


def question(kind: str, below: str) -> Callable[[str], Files]:
    """A question with a line below it that begins with a word."""
    body = {"Quiz": "- [x] This\n- [ ] That\n", "Reflect": "Think.\n"}[kind]
    return lambda word: module(f"## {kind}: Why is it so?\n\n{body}\n{below.replace('W', word.capitalize())}\n")


def small(language: str) -> Probe:
    """Small words of a language, each with two others that no other language has."""
    others = set().union(*(known for tag, known in SMALL_WORDS.items() if tag != language))
    own = [word for word in LISTS[f"small words, {language}"] if word not in others]

    def tells(word: str) -> bool:
        first, second = [other for other in own if other != word][:2]
        return foreign_language(f"{first} {second} {word} zx zx zx", "en" if language != "en" else "cy") == language

    return each(tells)


def script(name: str) -> Probe:
    """Languages in whose pages letters of a script are at home."""
    letters = {"Chinese": "学", "Japanese": "の"}.get(name) or SCRIPTS[name][0][1]
    source = HEAD + "So.\n\n" + f"{letters * 8}\n"

    def at_home(language: str) -> bool:
        files = {"course.yml": f"id: sample\ntitle: A sample course\nlanguage: {language}\n", MODULE: source}
        return not any(d.rule == "W07" for d in report_of(files))

    return each(at_home)


def true_or_false(word: str) -> bool:
    """Whether two options are the words for true and false."""
    other = PAIRED["true and false"].get(word, "gau")
    files = module(f"## Quiz: Is it?\n\n- [x] {word.capitalize()}\n- [ ] {other.capitalize()}")
    return any(item.kind.name == "true-false" for item in course_of(files).modules[0].items)


def is_ours(name: str) -> bool:
    """Whether a file of the author's with a name of ours is packed under another."""
    return PortableNames().give(name) != name


def download(word: str) -> Files:
    return {f"files/a.{word}": b"a"}


def picture(word: str) -> Files:
    return {f"images/{word}-1.png": b"\x89PNG\r\n\x1a\n"}


LINK = "https://www.example.org/"
LONG = "a" * 62
PNG: Mapping[str, bytes] = {
    f"images/p.{end}": b"\x89PNG\r\n\x1a\n" for end in ("png", "jpg", "jpeg", "gif", "svg", "webp")
}

SVG = {**PNG, "images/p.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}

PROBES: dict[str, tuple[Probe, list[str]]] = {
    "vague words of a link": (told("A11", f"[W]({LINK}W) so."), ["the study", "herein", "readme"]),
    "alternatives that say nothing": (told("A02", "![W](images/team.png)"), ["team", "imagery", "figures"]),
    "names of pictures of text": (told("W12", "![Team](images/W-1.png)", picture), ["slider", "scans", "posters"]),
    "colours": (told("W03", "Press the W button."), ["ready", "reddish", "new"]),
    "shades": (told("W03", "Press the W red button."), ["big"]),
    "things of a colour": (told("W03", "See the red W there."), ["tape", "light", "carpet"]),
    "words in a colour": (told("W03", "See the W in red there."), ["man", "roses"]),
    "ways to show": (told("W03", "It is W in red there."), ["done", "seen"]),
    "shapes": (told("W03", "Press the W button."), ["new", "wide"]),
    "things with a shape": (told("W03", "Press the round W now."), ["table"]),
    "things at a side": (told("W03", "The W on the right helps."), ["house", "team"]),
    "sides": (told("W03", "It is on the W of the page."), ["end", "near left"]),
    "things with a left-hand side": (told("W03", "It is in the left-hand W there."), ["drawer"]),
    "things that have a left": (told("W03", "It is on the left of the W there."), ["road", "party"]),
    "things above": (told("W20", "It is the W above."), ["clouds", "sky"]),
    "ways to name what is above": (told("W20", "It is W above."), ["far", "well"]),
    "ways to look below": (told("W20", "Then W below."), ["go", "fall"]),
    "other pages": (told("W20", "It is on the W page."), ["same", "home"]),
    "ends of a page": (told("W20", "It is at the W of this page."), ["heart"]),
    "known abbreviations": (silent(told("W09", "Ask the W today.")), ["QZX", "IRO"]),
    "capitals that stay": (
        each(lambda word: any(word in d.hint for d in report_of(module(f"SHOUTING EVERYTHING {word} ALL DAY LONG.")))),
        ["IT", "US", "EVERY"],
    ),
    **{f"small words, {language}": (small(language), ["zx"]) for language in SMALL_WORDS},
    **{f"languages in {name}": (script(name), ["en-GB"]) for name in SCRIPTS},
    "codes of languages": (each(is_language), ["xx", "gb", "jp", "eng", "cyy", "q", "abcd"]),
    "countries": (each(lambda code: is_language(f"en-{code}")), ["UK", "XX", "EU"]),
    "scripts": (each(lambda code: is_language(f"zh-{code}")), ["Abcd", "hans"]),
    "regions": (each(lambda code: is_language(f"es-{code}")), ["999", "41"]),
    "words behind an order": (
        each(lambda word: any(d.rule == "STR-012" for d in report_of(module(f"## Order {word} so\n\n1. One\n2. Two")))),
        ["early", "books"],
    ),
    "words behind a name": (
        each(
            lambda word: any(
                f"Number: Number {word} so" in d.hint for d in report_of(module(f"## Number {word} so\n\n= 5"))
            )
        ),
        ["the"],
    ),
    "solutions": (reported("QUE-013", question("Quiz", "W: so it is."), "Write: Worked answer:"), ["result", "reason"]),
    "examples": (reported("QUE-013", question("Reflect", "W: so it is."), "Write: Example:"), ["case", "story"]),
    "hints": (reported("QUE-013", question("Quiz", "W: so it is."), "Write: Hint:"), ["tips", "clues"]),
    "descriptions": (
        reported("PIC-001", lambda word: module(f"![Five](images/team.png)\n\n{word.capitalize()}: they sit.")),
        ["source", "note"],
    ),
    "captions of tables": (
        reported("STR-044", lambda word: module(f"{word.capitalize()}: so\n\n| a | b |\n| --- | --- |\n| c | d |")),
        ["note", "source"],
    ),
    "words that are no label": (
        silent(told("STR-044", "W: so\n\n| a | b |\n| --- | --- |\n| c | d |")),
        ["tabel", "tablee"],
    ),
    "words above terms": (
        silent(
            reported(
                "GLO-001",
                lambda word: {"glossary.md": f"{word.capitalize()}: so it is.\n\nHello\n: A greeting.\n"},
            )
        ),
        ["trust", "notes for all"],
    ),
    "options that speak of others": (
        told("W13", "## Quiz: Which is W?\n\n- [x] Something\n- [ ] W", says="is about other options"),
        ["all of them came", "a team", "none", "both parents"],
    ),
    "feedback that says nothing": (
        told("W14", "## Quiz: Which is W?\n\n- [x] Something\n  > W.\n- [ ] Another"),
        ["right on time", "yes and they said why"],
    ),
    "beginnings of feedback": (
        told("QUE-021", f"## Quiz: Which is W?\n\n- [x] Something\n- [ ] {LONG}\n  W it is so"),
        ["perhaps", "nothing", "yesterday"],
    ),
    "true and false": (each(true_or_false), ["yes", "gau"]),
    "pictures to link to": (
        told("W31", "[A p.W picture](images/p.W)", lambda word: SVG),
        ["bmp"],
    ),
    "films": (
        silent(
            reported(
                "MED-003",
                lambda word: {
                    **module(f"## Watch: A film\n\n[A film](media/f.{word})\n\n- captions: media/film.en.vtt"),
                    f"media/f.{word}": b"so",
                },
            )
        ),
        ["avi", "mov"],
    ),
    "elements of HTML": (silent(told("A12", "It is <W>so</W> there.")), ["div", "font", "a", "button"]),
    "attributes of HTML": (
        silent(told("A12", 'It is <abbr W="en">so</abbr> there.')),
        ["style", "class", "onclick", "id"],
    ),
    "elements that load or run": (told("A12", "It is <W> there.", says="cannot stand"), ["div", "video"]),
    "schemes of links": (silent(told("LNK-001", "See [the study](W://www.example.org/W).")), ["ftp", "javascript"]),
    "no units": (
        each(lambda word: not is_unit(f"{word} g")),
        ["kg", "minutes", "km/h", "m", "grams"],
    ),
    "lists of references": (
        each(lambda word: not any(d.rule == "W18" for d in report_of(module(f"## {word}\n\n*{words(12)}*")))),
        ["The end", "Films"],
    ),
    "rules that hide text": (
        each(lambda rule: hides_text([fault(rule, Span("a.md"), "a", "a")])),
        ["STR-012", "A15", "QUE-001"],
    ),
    "ids of the page": (
        reported("A15", lambda word: module(f"## A {{#{word}}}\n\nSo."), "used by the page itself"),
        ["answer", "content", "page"],
    ),
    "files of the package": (each(is_ours), ["satchel.pdf", "read-me.html", "index.htm"]),
    "files that are no modules": (
        silent(reported("STR-046", lambda word: {f"{word.upper()}.markdown": "So.\n"})),
        ["next", "license-more"],
    ),
    "files of settings": (
        each(
            lambda word: any(
                d.rule == "STR-020"
                for d in report_of({"course.yml": None, word: "id: sample\ntitle: S\nlanguage: en\n"})
            )
        ),
        ["about.yml", "courses.yml"],
    ),
    "words that name nothing shown": (each(names_nothing), ["slides", "speaker", "усе"]),
    "languages whose quotes are set": (each(lambda tag: typeset("'so'", tag) == "‘so’"), ["fr", "de", "pl"]),
}


def captions_language(tag: str) -> str:
    files = {
        **module(f"## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/f.{tag}.vtt"),
        f"media/f.{tag}.vtt": "WEBVTT\n\n00:00.000 --> 00:05.000\nSo.\n",
    }
    return str(course_of(files).films[0].captions[0].label)


def kind_meant(word: str) -> str:
    film = "[A film](media/film.mp4)\n- captions: media/film.en.vtt"
    hints = " ".join(d.hint for d in report_of(module(f"## {word.capitalize()}: Why is it so?\n\n{film}")))
    found = re.search(r'Did you mean "(\w+):"', hints)
    return found[1] if found else ""


def kind_of_file(ending: str) -> str:
    files = {**module(f"[The plan](files/a.{ending})"), f"files/a.{ending}": b"a"}
    found = re.search(r"\((\w+), 1 KB\)", " ".join(d.hint for d in report_of(files)))
    return found[1] if found else ""


MEANINGS: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "names of languages": (near_language, ["klingon"]),
    "other codes of languages": (near_language, ["qq", "q"]),
    "other words for a kind": (kind_meant, ["movie", "thoughts"]),
    "files to download": (kind_of_file, ["txt", "html"]),
    "names of captions": (captions_language, []),
}


@for_each("name", PROBES, one_in=2)
def test_each_word_of_a_list_does_what_the_list_says(name: str) -> None:
    """And those beside it do not."""
    probe, others = PROBES[name]
    listed = list(PAIRED[name]) if name in PAIRED else LISTS[name]
    assert set(listed) - probe(listed) == set()
    assert probe(others) == set()


@for_each("name", MEANINGS)
def test_each_word_of_a_list_means_what_the_list_says(name: str) -> None:
    """And those beside it mean nothing."""
    meaning, others = MEANINGS[name]
    assert {word: meaning(word) for word in PAIRED[name]} == PAIRED[name]
    assert [word for word in others if meaning(word)] == []


def test_every_list_is_tried() -> None:
    """A list that nothing tries would only look like a test."""
    assert set(LISTS) == {*PROBES, *MEANINGS}
    assert set(LISTS["ids of the page"]) == RESERVED


def test_unfit_settings_are_told() -> None:
    """The settings of these tests are sound, so that what is reported is what is tried."""
    assert report_of(settings("")) == ()
