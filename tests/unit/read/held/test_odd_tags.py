"""Tags of HTML and entities as authors write or paste them: what is said and shown of each, in `odd_tags.txt`; and files
that are something else than their names say.

`SNAPSHOTS=write` writes it afresh. Read what it wrote.
"""

from pathlib import Path

from builder.model.blocks import Prose
from builder.read.files.linked.signatures import disguise_of
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import module, read_files
from tests.unit.read.held.test_odd_files import held

WRITER = HtmlWriter(load_strings(templates_folder(), "en"))
ELEMENTS = [
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "x-y",
    "o:p",
]
TEXTS = (
    *(f"It is <{name}>so</{name}> there." for name in ELEMENTS),
    *(f"It is <b{attribute}>so</b> there." for attribute in (
        "/", " ", " lang=cy", " lang='cy'", ' lang="cy"', " LANG=cy", " lang", " lang=", ' lang="xx"', ' dir="rtl"', " dir=up", ' title="a"',
        ' title=""', ' style="color: red"', ' class="a"', ' id="a"', " onclick=a", ' cite="a"', ' datetime="2026"', " lang=cy lang=fr",
        ' lang="cy" class="a"', " data-x", ' lang = "cy"', ' lang="cy"dir="ltr"',
    )),
    *(f"It is <{tag} there." for tag in ("b>so</i>", "b><i>so</b></i>", "b>so", "/b>so", "b>so</B>", "br/>so", "br>so</br>", "wbr />so", "b >so</b >", "b\n>so</b>")),
    *('It is <time datetime="2026-01-02">so</time> there.', 'It is <q cite="https://e.org/">so</q> there.', '<abbr title="So It Is">SII</abbr> there.'),
    *(f"It is {entity} there." for entity in (
        "&amp;", "&lt;b&gt;", "&#65;", "&#x41;", "&#X41;", "&#0;", "&#1114112;", "&copy;", "&copy", "&foo;", "&;", "&#;", "&#x;", "&nbsp;", "&AMP;", "&amp;amp;",
        "a&b", "a & b", "&#8203;", "`&amp;`", "\\&amp;", "&ngE;", "&#12345678;", "&aMp;",
    )),
)  # fmt: skip


def said(text: str) -> list[str]:
    """What is reported of a paragraph, and what a learner has of it."""
    course, report = read_files(module(text))
    rows = [
        f"    {one.span.line}:{one.span.column}+{one.span.length} {one.rule} {one.message} | {one.hint} | {[edit.text for edit in one.fix]}"
        for one in report.diagnostics
    ]
    shown = [WRITER.blocks(block.content) for one in course.modules for block in one.blocks if isinstance(block, Prose)]
    return [repr(text), *rows, *(f"    shown: {words!r}" for words in shown)]


def test_what_is_said_of_tags_and_entities_was_read_and_approved() -> None:
    """Row by row."""
    held("odd_tags.txt", [row for text in TEXTS for row in said(text)])


PAGE, SCRIPT, SHORTCUT = "a web page or XML", "a script", "a shortcut"
FILES: tuple[tuple[bytes, str], ...] = (
    *((b"<" + name + end, PAGE) for name in b"html head body script iframe svg style title meta link object embed form base frameset a b br div font h1 img p table".split() for end in (b">", b" x", b"/>", b"\n")),
    *((start + b"<html>", PAGE) for start in (b" ", b"\t\r\n", b"\x0b\x0c", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n")),
    *((mark + f" <{name}>".encode(way), PAGE) for name in ("html", "BODY") for mark, way in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))),
    *(("<html>".encode(way), PAGE) for way in ("utf-16-le", "utf-16-be")),
    *((text, PAGE) for text in (b"<!-- a", b"<!DOCTYPE a", b"<!doctype a", b"<?xml a", b"<x:y>", b"<HTML>")),
    *((text, "") for text in (b"<htm>", b"<i>", b"<span>", b"<h2>", b"<htmlx", b"<", b"< html>", b"x<html>", b"", b"<!ELEMENT", b"<?php", b"<1:a>", b"<html")),
    *((b"MZ" + bytes(number) + b"a" * 3 + b"\x00", "a program of Windows") for number in (0, 10)),
    *((b"MZ" + b"a" * number + b"\x00", what) for number, what in ((60, "a program of Windows"), (61, ""))),
    *((text, "a program") for text in (b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")),
    *((text, SCRIPT) for text in (b"#!/bin/sh", b"#! /bin/sh", b"#!\t/x")),
    *((text, "") for text in (b"#!x", b"# /bin", b" #!/bin/sh", b"\x7fELX", b"mz\x00")),
    (b"L\x00\x00\x00\x01\x14\x02\x00", SHORTCUT),
    *((text, SHORTCUT) for text in (b"[InternetShortcut]", b" [internetshortcut]", b"[DEFAULT]\nBASEURL=x", b"[Desktop Entry]")),
    *((text, "") for text in (b"[Internet]", b"[DEFAULT]\nx", b"x[InternetShortcut]", b"L\x00\x00\x00\x01\x14\x02\x01")),
    (b"ITSF\x03\x00", "a help file of Windows, which runs scripts"),
    *((letter + b"WS\x09", "a Flash film") for letter in (b"F", b"C", b"Z")),
    *((text, "") for text in (b"FWS\x00", b"FWS\x41", b"AWS\x09", b"ITSF\x02\x00")),
    *((name + b": a\r\nContent-Type: text/html\r\n", "a saved web page") for name in (b"MIME-Version", b"From", b"Content-Type", b"Content-Location", b"Snapshot-Content-Location")),
    (b"MIME-Version: 1.0\nContent-Type: TEXT/HTML\n", "a saved web page"),
    *((text, "") for text in (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n", b"Subject: a\r\nContent-Type: text/html\r\n", b"From here text/html")),
)  # fmt: skip


@for_each(("content", "what"), FILES, ids=repr)
def test_a_file_in_disguise_is_known_by_how_it_begins(tmp_path: Path, content: bytes, what: str) -> None:
    """Whatever its ending, save for a drawing, which is looked into elsewhere."""
    for name, expected in (("a.pdf", what), ("a.SVG", "")):
        (tmp_path / name).write_bytes(content)
        assert disguise_of(tmp_path / name) == expected
