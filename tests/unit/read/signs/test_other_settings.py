"""Settings as other tools have them, and signs in settings: each is reported with what to write here."""

from html import unescape

import pytest

from builder.check.foreign import layout
from builder.check.foreign import settings as in_settings
from builder.model.diagnostics import Diagnostic
from builder.read.settings.keys import COURSE_KEYS, MODULE_KEYS, Key
from builder.read.settings.keys import other_names as names
from builder.read.settings.keys import other_values as values
from tests.limits.pairs import module, report_of
from tests.limits.pairs import settings as course_with


def reported(lines: list[str]) -> list[Diagnostic]:
    """What is reported of course.yml with these lines, in their order."""
    return [d for d in report_of(course_with("\n".join(lines))) if d.rule in {"STR-007", "STR-008", "STR-031"}]


def test_each_other_name_leads_to_our_key() -> None:
    """In course.yml, or to the front matter where the key is that of a module."""
    known = {key.name for key in COURSE_KEYS}
    found = reported([f"{name}: x" for name in names.OTHER_NAMES])
    assert len(found) == len(names.OTHER_NAMES) > 100
    for (name, ours), d in zip(names.OTHER_NAMES.items(), found, strict=True):
        said = f'Did you mean "{ours}"?' if ours in known else f'"{ours}" is a setting of a module'
        assert d.hint.startswith(said), (name, d.hint)
        assert name not in known


def test_each_key_without_a_like_says_what_to_do() -> None:
    """And none of them is a key of ours."""
    listed = [*names._LATER, *names._IDLE]
    found = reported([f"{name}: x" for name in listed])
    assert [name for name, d in zip(listed, found, strict=True) if "elete this line" not in d.hint] == []
    assert not {key.name for key in (*COURSE_KEYS, *MODULE_KEYS)} & {*listed, *names.OTHER_NAMES}


@pytest.mark.parametrize("written", ["Pass mark", "pass_mark", "passMark", "PASS-MARK", "pass mark", "Pass_Mark"])
def test_capitals_and_what_stands_between_words_do_not_count(written: str) -> None:
    """A key is known by its words."""
    assert names.plain_name(written) == "pass-mark"


def fits(key: Key, value: str) -> bool:
    """Whether a key takes a value."""
    try:
        key.parse(value)
    except ValueError:
        return False
    return True


def test_each_other_value_is_that_of_its_key() -> None:
    """What is offered is accepted."""
    for key in COURSE_KEYS:
        for word, value in values._VALUES.get(key.name, {}).items():
            assert values.other_value(key.name, word.capitalize()) == value
            assert fits(key, value) and fits(key, word) == (word == value), word


@pytest.mark.parametrize(
    ("key", "given", "meant"),
    [
        ("attempts", "3 times", "3"),
        ("attempts", "three", "3"),
        ("attempts", "Ten tries", "10"),
        ("attempts", "5x", "5"),
        ("attempts", "eleven", ""),
        ("attempts", "0", "0"),
        ("pass-mark", "80 percent", "80"),
        ("pass-mark", "80 per cent", "80"),
        ("pass-mark", "80 points", ""),
        ("version", "Version 2", "2"),
        ("version", "v. 1.4", "1.4"),
        ("version", "edition 2", ""),
        ("title", "true", ""),
    ],
)
def test_a_value_is_offered_only_where_it_is_sure(key: str, given: str, meant: str) -> None:
    """Numbers in words, with what they count; nothing else."""
    assert values.other_value(key, given) == meant


@pytest.mark.parametrize(
    ("given", "percent"),
    [("0.8", "80"), ("0,75", "75"), (".5", "50"), ("8/10", "80"), ("16/20", "80"), ("8/12", ""), ("0.0", "")],
)
def test_a_share_is_a_percentage(given: str, percent: str) -> None:
    """For a hint: nobody can be sure."""
    assert values.share(given) == percent


def test_each_name_of_a_character_is_reported_with_the_character() -> None:
    """In a summary; what is no name is left alone."""
    entities = [
        "amp",
        "lt",
        "gt",
        "nbsp",
        "eacute",
        "ntilde",
        "ccedil",
        "mdash",
        "ndash",
        "rsquo",
        "ldquo",
        "laquo",
        "hellip",
        "pound",
    ]
    entities += [
        "euro",
        "copy",
        "reg",
        "trade",
        "deg",
        "times",
        "middot",
        "bull",
        "sect",
        "plusmn",
        "szlig",
        "frac12",
        "sup2",
        "#8217",
        "#x20ac",
    ]
    found = reported(["summary: so " + " ".join(f"&{name};" for name in entities) + " R&D; AT&T; &so; &c"])
    assert len(found) == len(entities)
    for name, d in zip(entities, found, strict=True):
        character = unescape(f"&{name};")
        assert (character in d.hint) or (character.isspace() and "space" in d.hint)
    for name in in_settings._NAMES.split("|"):
        if name.isalnum():
            assert unescape(f"&{name};") != f"&{name};", name


def test_each_tag_is_reported() -> None:
    """And an angle that is none is not."""
    tags = [tag for tag in in_settings._TAGS.split("|") if tag.isalnum()]
    found = reported(["summary: so " + " ".join(f"<{tag}>" for tag in tags) + " a < b > c <3 <so>"])
    assert [d.excerpt[d.span.column - 1 :][: d.span.length] for d in found] == [f"<{tag}>" for tag in tags]


def test_each_language_between_braces_is_reported() -> None:
    """At the end of a cell; braces with another word in them are left alone."""
    codes = layout._CODES.split("|")
    rows = "\n".join(f"| a {{{code}}} | b |" for code in [*codes, "aw", "word"])
    found = [d for d in report_of(module(f"| A | B |\n| --- | --- |\n{rows}")) if d.rule == "STR-031"]
    assert [f"{{lang={code}}}" in d.hint for code, d in zip(codes, found, strict=True)] == [True] * len(codes)
