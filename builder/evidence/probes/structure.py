"""Probes of what a page says of itself: title, landmarks, headings, languages, names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.check.language.foreign_passages import foreign_language
from builder.evidence.engines.axe import axe_faults
from builder.evidence.engines.complaints import htmlcs_faults, ibm_faults, installed
from builder.evidence.engines.installed import HTMLCS, IBM
from builder.evidence.finding import PRACTICE, Fault, Probe
from builder.evidence.scene import Scene

_TAG = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
_SCRIPTS = {
    "Arab": (re.compile("[\u0600-\u06ff]"), {"ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug"}),
    "Cyrl": (re.compile("[\u0400-\u04ff]"), {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"}),
    "Grek": (re.compile("[\u0370-\u03ff]"), {"el"}),
    "Hebr": (re.compile("[\u0590-\u05ff]"), {"he", "yi"}),
    "Deva": (re.compile("[\u0900-\u097f]"), {"hi", "mr", "ne", "sa"}),
    "Beng": (re.compile("[\u0980-\u09ff]"), {"bn", "as"}),
    "Guru": (re.compile("[\u0a00-\u0a7f]"), {"pa"}),
    "Hans": (re.compile("[\u3040-\u30ff\u4e00-\u9fff]"), {"zh", "ja", "yue"}),
    "Hang": (re.compile("[\uac00-\ud7af]"), {"ko"}),
}
"""Letters of each script, and languages that are written in it."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_FEW = 4
"""Letters of a strange script that a text may have: a name, a sign."""
_VAGUE = {"click here", "here", "read more", "more", "link", "this", "this link", "click"}
_FILE = re.compile(r"^[\w\-. ]+\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$", re.IGNORECASE)
_NO_NAME = {"image", "picture", "photo", "graphic", "img", "untitled", "icon"}


def _axe(scene: Scene) -> Iterator[Fault]:
    yield from axe_faults(scene)


def _title(scene: Scene) -> Iterator[Fault]:
    title = scene.launch.frame.title().strip()
    if not title:
        yield Fault("title", "the page has no title")
    elif re.fullmatch(r"(untitled|document|index|page|new page)( ?\d*)", title.lower()):
        yield Fault("title", f"the title “{title}” says nothing of the page")


def _landmarks(scene: Scene) -> Iterator[Fault]:
    found = scene.ask("structure.landmarks")
    mains = [one for one in found if one["role"] == "main"]
    if len(mains) != 1:
        yield Fault(
            "main",
            f"there are {len(mains)} main landmarks on the page"
            if mains
            else "no part of the page is marked as its main part",
        )
    names = [one["name"] for one in found if one["role"] == "navigation"]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Fault("nav", f"several navigations are called “{name}”" if name else "several navigations have no name")


def _headings(scene: Scene) -> Iterator[Fault]:
    found = scene.ask("structure.headings")
    firsts = [one for one in found if one["level"] == 1]
    if len(firsts) != 1:
        yield Fault("h1", f"there are {len(firsts)} headings of level 1")
    for above, below in pairwise(found):
        if below["level"] - above["level"] > 1:
            words = f"a heading of level {below['level']} follows one of level {above['level']}"
            yield Fault(below["words"][:60], words, PRACTICE)
    for one in found:
        if not one["words"]:
            yield Fault(f"h{one['level']}", "a heading has no words", "2.4.6")


def _page_language(scene: Scene) -> Iterator[Fault]:
    language = scene.launch.frame.evaluate("() => document.documentElement.lang")
    if not _TAG.match(language):
        yield Fault(
            "html",
            f"the language of the page, “{language}”, is no language tag"
            if language
            else "the page does not say which language it is in",
        )


def _text_languages(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("structure.languages"):
        if one["language"] and not _TAG.match(one["language"]):
            yield Fault(one["place"], f"“{one['language']}” is no language tag")
    for one in scene.ask("structure.texts"):
        if other := _other_language(one["words"], one["language"].split("-")[0].lower()):
            yield Fault(one["place"], f"this is in {other}, and marked as {one['language'] or 'no language'}")


def _directions(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("directions.wrong"):
        yield Fault(one["place"], f"this runs from {one['runs']}, and is set from {one['shown']}")


def _other_language(words: str, own: str) -> str:
    """The language or script that a text is in, when it is not the one that it is marked in."""
    if not own:
        return ""
    for script, (letters, languages) in _SCRIPTS.items():
        strange = len(letters.findall(words))
        if strange > _FEW and strange > len(_LATIN.findall(words)) and own not in languages:
            return f"the script {script}"
        if own in languages and strange == 0 and len(_LATIN.findall(words)) > 40:
            return "Latin letters"
    return foreign_language(words, own)


def _links(scene: Scene) -> Iterator[Fault]:
    for link in scene.ask("structure.links"):
        words = link["words"].strip().lower().rstrip(".…> »")
        if not words:
            yield Fault(link["place"], "a link has no words", "2.4.4")
        elif words in _VAGUE or re.match(r"https?://", words):
            yield Fault(link["place"], f"the words “{link['words'][:60]}” do not say where the link leads")


def _pictures(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("structure.pictures"):
        text = one["alternative"]
        if text is None and not one["hidden"]:
            yield Fault(one["place"], f"the picture {one['file'][:40]} has no alternative")
        elif text and (_FILE.match(text.strip()) or text.strip().lower() in _NO_NAME):
            yield Fault(one["place"], f"the alternative “{text[:60]}” does not say what the picture shows")


def _keys(scene: Scene) -> Iterator[Fault]:
    for place in scene.ask("structure.keys"):
        # It works with a key held down, so 2.1.4 does not speak of it; screen readers and browsers use the same keys.
        yield Fault(place, "a single key is bound to this by accesskey")


PROBES = (
    Probe(
        "axe",
        ("1.3.1", "4.1.2", "1.1.1", "3.3.2", "2.5.3", "1.4.3", "1.4.6", "2.4.4", "3.1.1", "2.5.8", "2.4.1"),
        "axe finds nothing.",
        _axe,
    ),
    Probe(
        "ibm",
        ("4.1.2", "1.1.1", "1.3.1", "1.4.3", "2.4.1", "2.4.2", "3.1.1", "3.3.2"),
        "IBM Equal Access finds nothing.",
        ibm_faults,
        installed(IBM),
    ),
    Probe(
        "htmlcs",
        ("4.1.2", "1.1.1", "1.3.1", "1.4.3", "1.4.6", "2.4.2", "3.1.1", "3.3.2"),
        "HTML_CodeSniffer finds nothing.",
        htmlcs_faults,
        installed(HTMLCS),
    ),
    Probe("title", ("2.4.2",), "The page has a title that says what it is.", _title),
    Probe(
        "landmarks",
        (PRACTICE, "2.4.1", "1.3.1"),
        "The page has one main part, and navigations have names of their own.",
        _landmarks,
    ),
    Probe(
        "headings",
        ("2.4.10", "1.3.1", "2.4.6"),
        "One heading of level 1 is shown, and levels go down one at a time.",
        _headings,
    ),
    Probe("page-language", ("3.1.1",), "The page says which language it is in.", _page_language),
    Probe("text-language", ("3.1.2",), "Every text is marked in the language that it is in.", _text_languages),
    Probe(
        "text-direction",
        ("1.3.2",),
        "Every passage is set in the direction in which its script runs.",
        _directions,
    ),
    Probe(
        "link-words",
        ("2.4.9", "2.4.4"),
        "The words of each link say where it leads.",
        _links,
        lambda scene: "link" in scene.kinds,
    ),
    Probe(
        "alternatives",
        ("1.1.1",),
        "Every picture has an alternative that is not the name of a file.",
        _pictures,
        lambda scene: "picture" in scene.kinds,
    ),
    Probe("no-access-keys", (PRACTICE,), "No single key is bound to an action by the page.", _keys),
)
"""Each is asked of every page in every state."""
