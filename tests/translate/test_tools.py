"""What translators' tools make of a file: other characters, other indentation, segments cut or moved, a country in the tag."""

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from builder.translate import work
from builder.translate.formats import po, xliff
from builder.translate.stored import Matching
from tests.cases import for_each
from tests.translate.pretend import translated

X = f"{{{xliff.NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MATCHES = "{urn:oasis:names:tc:xliff:matches:2.0}"
MODULE = """---
title: Welcome to all
---

One *good* day, [a link](https://example.org "and its title") and `code`.

- Two days < three & four
- Café Tŷ Gwyn

## Quiz: What helps? {#helps}

- [x] Time {#time}
- [ ] Haste {#haste}
"""

Tree = etree._Element


def as_tree(change: Callable[[Tree], None]) -> Callable[[bytes], bytes]:
    """A change of the elements of a file, as one of its bytes."""

    def changed(data: bytes) -> bytes:
        root = etree.fromstring(data)
        change(root)
        return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))

    return changed


def in_targets(change: Callable[[str], str]) -> Callable[[bytes], bytes]:
    """A change of what stands in each target."""
    return lambda data: re.sub(
        r"(<target[^>]*>)(.*?)(?=</target>)", lambda found: found[1] + change(found[2]), data.decode(), flags=re.DOTALL
    ).encode()


def with_cdata(words: str) -> str:
    """Words that need no entities."""
    plain = lambda found: found[0].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")  # noqa: E731
    return re.sub(r"(?<![^>])[^<>]+(?![^<])", lambda found: f"<![CDATA[{plain(found)}]]>", words)


def with_marks_of_begin_and_end(words: str) -> str:
    """Codes that span words, each as two that stand alone."""
    opened: list[str] = []

    def alone(found: re.Match[str]) -> str:
        if found[0] == "</pc>":
            return f'<ec startRef="{opened.pop()}"/>'
        opened.append(re.search(r' id="(\d+)"', found[0])[1])  # type: ignore[index]
        return f'<sc id="{opened[-1]}"/>'

    return re.sub(r"<pc [^>]*>|</pc>", alone, words)


def cut(root: Tree, moved: bool = False) -> None:
    """Cut each unit of words alone behind its first word; with `moved` the target's parts change places."""
    for unit in root.iter(f"{X}unit"):
        (whole,) = unit.iterchildren(f"{X}segment")
        source, target = (whole.find(f"{X}{name}") for name in ("source", "target"))
        if source is None or target is None or len(source) or len(target) or " " not in (source.text or ""):
            continue
        words = [(one.text or "").split(" ", 1) for one in (source, target)]
        unit.remove(whole)
        for place in range(3):
            part = etree.SubElement(unit, f"{X}{'ignorable' if place == 1 else 'segment'}", id=f"s{place}")
            for name, pieces in zip(("source", "target"), words, strict=True):
                at = 2 - place if moved and name == "target" else place
                made = etree.SubElement(part, f"{X}{name}")
                made.text = " " if place == 1 else pieces[at // 2]
                if at != place:
                    made.set("order", str(at + 1))


def indent(root: Tree) -> None:
    """Set each text on lines of its own, as a tool does that knows of no space to be kept."""
    for one in root.iter(f"{X}source", f"{X}target"):
        one.attrib.pop(SPACE, None)
        one.text = "\n          " + (one.text or "").replace(" ", "\n          ", 1)
        last = one[-1] if len(one) else None
        if last is None:
            one.text += "\n        "
        else:
            last.tail = (last.tail or "") + "\n        "


def annotate(root: Tree) -> None:
    """Add notes, matches of a memory, terms, groups; take away what a tool can do without."""
    for unit in root.iter(f"{X}unit"):
        etree.SubElement(unit[0], f"{X}note", category="reviewer").text = "The source was: read twice"
        match = etree.SubElement(etree.Element(f"{MATCHES}matches"), f"{MATCHES}match", ref="#1")
        for name in ("source", "target"):
            etree.SubElement(match, f"{X}{name}").text = "of another course"
        unit.insert(0, match.getparent())  # type: ignore[arg-type]
        for part in unit.iter(f"{X}segment"):
            part.set("state", "final")
            part.set("subState", "tool:edited")
    for file in root.iter(f"{X}file"):
        group = etree.Element(f"{X}group", id="all")
        group.extend(reversed(list(file.iterchildren(f"{X}unit"))))
        file.append(group)


def with_country(root: Tree) -> None:
    """The language as a tool calls it."""
    root.set("trgLang", "cy-GB")


SHAPES: dict[str, Callable[[bytes], bytes]] = {
    "with a byte order mark, and lines of Windows": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "in UTF-16": lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "with CDATA": in_targets(with_cdata),
    "with numbers for letters": in_targets(
        lambda words: re.sub(r"[^\x00-\x7f]", lambda found: f"&#x{ord(found[0]):X};", words)
    ),
    "with codes that stand alone": in_targets(with_marks_of_begin_and_end),
    "with a term, a comment and a mark": in_targets(
        lambda words: f'<mrk id="m1" type="term">{words}</mrk><!-- read --><sm id="m2"/><em startRef="m2"/>'
    ),
    "with a prefix": lambda data: re.sub(rb"<(/?)(?=\w)", rb"<\1x:", data).replace(b"xmlns=", b"xmlns:x="),
    "in version 2.1": lambda data: data.replace(b"document:2.0", b"document:2.1").replace(b'="2.0"', b'="2.1"'),
    "cut": as_tree(cut),
    "cut, and put in another order": as_tree(lambda root: cut(root, moved=True)),
    "indented": as_tree(indent),
    "annotated": as_tree(annotate),
    "with a country": as_tree(with_country),
}
PO_SHAPES: dict[str, Callable[[bytes], bytes]] = {
    "with a byte order mark, and lines of Windows": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "in another character set": lambda data: (
        data.decode().replace("UTF-8", "ISO-8859-14").encode("iso8859-14", "replace")
    ),
    "with a country": lambda data: data.replace(b"Language: cy", b"Language: cy_GB"),
    "without contexts": lambda data: re.sub(rb"(?m)^msgctxt .*\n", b"", data),
    "with notes of the translator": lambda data: data.replace(b"\n#. ", b"\n# twice\n#. "),
    "with other lines": lambda data: re.sub(rb'(?m)^msgstr "(\S+) ', rb'msgstr ""\n"\1 "\n"', data),
}


def exported(folder: Path) -> Matching:
    """A course whose segments are all translated; nothing of it is in the folder yet."""
    (folder / "01-welcome.md").write_text(MODULE, encoding="utf-8")
    return Matching(tuple(translated(one) for one in work.export(folder, "cy").matching.found))


def made_of(folder: Path, name: str, data: bytes) -> dict[str, bytes]:
    """The translated course that a file gives: path -> bytes."""
    (folder / name).write_bytes(data)
    outcome = work.take_in(folder, folder / name)
    assert outcome.sound and not outcome.left and outcome.language == "cy", (outcome.faults, outcome.left)
    return {path.name: path.read_bytes() for path in (folder / "cy").glob("*.*") if path.name != "translated.json"}


@for_each("shape", SHAPES)
def test_xliff_is_read_however_a_tool_has_written_it(shape: str, course_folder: Path) -> None:
    """The same course comes of it, byte for byte, and the translation file is as Satchel writes it."""
    data = xliff.written(exported(course_folder), "en-GB", "cy")
    plain = made_of(course_folder, "cy.xlf", data)
    changed = SHAPES[shape](data)
    assert changed != data
    assert made_of(course_folder, "cy.xlf", changed) == plain
    again = (course_folder / "cy.xlf").read_bytes()
    assert re.sub(rb' state="\w+"', b"", again) == re.sub(rb' state="\w+"', b"", data)


@for_each("shape", PO_SHAPES)
def test_po_is_read_however_a_tool_has_written_it(shape: str, course_folder: Path) -> None:
    """The same course comes of it, byte for byte."""
    data = po.written(exported(course_folder), "cy")
    plain = made_of(course_folder, "cy.po", data)
    changed = PO_SHAPES[shape](data)
    assert changed != data
    (course_folder / "cy.xlf").unlink()
    assert made_of(course_folder, "cy.po", changed) == plain


@for_each("language", ["cy", "pl"])
def test_what_a_tool_left_as_it_was_is_no_translation(language: str, tmp_path: Path) -> None:
    """A file without states: what stands in a target that was copied from its source, or is of earlier words, is no translation."""
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "course.yml").write_text("id: visits\ntitle: Visits to families\nlanguage: en-GB\n", "utf-8")
    module = folder / "01-visits.md"
    module.write_text(f"{MODULE}\n## Whom to ask\n\nAsk Ada Lovelace.\n\nGive five tablets in the morning.\n", "utf-8")
    path = folder / f"{language}.xlf"
    work.export(folder, language)
    silent = as_tree(lambda root: [part.attrib.pop("state", None) for part in root.iter(f"{X}segment")])

    def copied(root: Tree) -> None:
        for part in root.iter(f"{X}segment"):
            target = etree.fromstring(etree.tostring(part[0]))
            target.tag = f"{X}target"
            part[1:] = [target]

    path.write_bytes(silent(as_tree(copied)(path.read_bytes())))
    taken = work.take_in(folder, path)
    kept = {one.unit.segment.raw: bool(one.translation()) for one in taken.matching.found}
    assert kept["Give five tablets in the morning."] is False
    assert kept["Two days < three & four"] is False
    assert kept["Ask Ada Lovelace."] and kept["Time"], "a name, and a word that is the same in both"
    done = in_targets(lambda words: words.replace("five tablets", "pump tabled"))(path.read_bytes())
    path.write_bytes(silent(done))
    assert work.take_in(folder, path).sound
    module.write_text(module.read_text("utf-8").replace("five tablets", "ten tablets"), "utf-8")
    work.export(folder, language)
    path.write_bytes(silent(path.read_bytes()))
    again = work.take_in(folder, path).matching
    (found,) = (one for one in again.found if "ten tablets" in one.unit.segment.raw)
    assert found.stale and not found.translation()
