"""Files that authors link to or show: none that could run something reaches a learner, and each is reported with its line."""

import zlib

from tests.cases import for_each
from tests.limits.pairs import Files, module, read_files, report_of

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BOMB = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


def drawing(inside: str = "", attributes: str = "", before: str = "") -> str:
    """An SVG drawing."""
    return f"{before}<svg {NAMESPACES} {attributes}>{inside}</svg>"


RUNS = {
    "a script": drawing("<script>alert(1)</script>"),
    "a script in capitals of another prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>',
    "a script of HTML": drawing('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'),
    "a handler": drawing("<rect onclick='alert(1)'/>"),
    "a handler of the drawing": drawing(attributes='onload="alert(1)"'),
    "a script as address": drawing("<a href='javascript:alert(1)'><text>x</text></a>"),
    "the same with signs between": drawing("<a xlink:href=' java&#9;script&#10;:alert(1)'><text>x</text></a>"),
    "a page as address": drawing("<a href='data:text/html,x'><text>x</text></a>"),
    "a drawing as address": drawing("<a href='data:image/svg+xml,x'><text>x</text></a>"),
    "a frame": drawing("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/></foreignObject>"),
    "a form": drawing("<foreignObject><form xmlns='http://www.w3.org/1999/xhtml' action='x'/></foreignObject>"),
    "another page at once": drawing(
        "<foreignObject><meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=x'/></foreignObject>"
    ),
    "an animation of a link": drawing("<a><animate attributeName='xlink:href' to='javascript:alert(1)'/></a>"),
    "a drawing used from an address": drawing("<use href='data:image/svg+xml,x#y'/>"),
    "a transformation": drawing(before="<?xml-stylesheet type='text/xsl' href='x.xsl'?>"),
    "a script in an entity": drawing("&a;", before=f"<!DOCTYPE svg [<!ENTITY a '<script {NAMESPACES}>1</script>'>]>"),
    "an entity in an entity": drawing(
        "<a href='&a;'/>", before="<!DOCTYPE svg [<!ENTITY b 'javascript:1'><!ENTITY a '&b;'>]>"
    ),
    "attributes by default": drawing(before="<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>"),
    "a script in UTF-16": drawing("<script>1</script>").encode("utf-16"),
    "a script in UTF-7": "<?xml version='1.0' encoding='UTF-7'?>" + drawing("+ADw-script+AD4-1+ADw-/script+AD4-"),
    "a page called a drawing": "<html xmlns='http://www.w3.org/1999/xhtml'><script>1</script></html>",
    "a script before the end is missing": drawing("<script>1</script><g>"),
    "a bomb": drawing("&a11;", before=f"<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>{BOMB}]>"),
    "a file of the computer": drawing(
        "<text>&a;</text>", before="<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    ),
}
LOADS = {
    "a picture": drawing("<image href='https://other.example/x.png'/>"),
    "a picture without https": drawing("<image href='//other.example/x.png'/>"),
    "a style sheet": drawing("<style>@import url(https://other.example/x.css);</style>"),
    "a background": drawing("<rect style='fill:url(//other.example/x.svg#a)'/>"),
    "a filter": drawing("<filter><feImage href='http://other.example/x.png'/></filter>"),
    "a drawing": drawing("<use href='https://other.example/x.svg#y'/>"),
}
SAFE = {
    "of Inkscape": drawing(
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata><rect style='fill:url(#g)'/>",
        before="<?xml version='1.0' encoding='UTF-8' standalone='no'?><!-- Created with Inkscape -->",
    ),
    "of Illustrator": "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd' "
    "[<!ENTITY ns 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns;'><style>.a{fill:red}</style></svg>",
    "of draw.io": drawing(
        "<switch><foreignObject><div xmlns='http://www.w3.org/1999/xhtml' style='color:red'>A<br/>B</div></foreignObject>"
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/></switch>"
    ),
    "with a link": drawing("<a href='https://www.example.org/'><text>The study</text></a>"),
    "with a font": drawing("<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>"),
}


def rules(files: Files) -> set[str]:
    """What is reported, by rule."""
    return {fault.rule for fault in report_of(files)}


@for_each("name", RUNS)
def test_a_drawing_that_runs_something_is_reported_with_its_line(name: str) -> None:
    """As a link, and as a picture: a learner may open a picture alone."""
    for text in ("[A plan](images/evil.svg)", "![A plan of the house](images/evil.svg)"):
        report = report_of({**module(f"So.\n\n{text}"), "images/evil.svg": RUNS[name]})
        (fault,) = (one for one in report if one.rule in {"LNK-004", "A16"})
        assert (fault.span.path, fault.span.line) == ("01-welcome.md", 7), fault
        assert "images/evil.svg" in fault.message and fault.hint


@for_each("name", LOADS)
def test_a_drawing_that_asks_another_site_is_no_document_of_a_course(name: str) -> None:
    """Shown as a picture it asks nobody: browsers load nothing for it."""
    assert "LNK-004" in rules({**module("[A plan](images/plan.svg)"), "images/plan.svg": LOADS[name]})
    assert rules({**module("![A plan of the house](images/plan.svg)"), "images/plan.svg": LOADS[name]}) == set()


@for_each("name", SAFE)
def test_a_drawing_of_a_drawing_program_may_be_shown_and_linked(name: str) -> None:
    """What those programs write is left alone."""
    files = {"images/plan.svg": SAFE[name]}
    assert rules({**module("![A plan of the house](images/plan.svg)"), **files}) == set()
    assert rules({**module("[A plan of the house](images/plan.svg)"), **files}) <= {"W31"}


@for_each(
    "ending",
    ["html", "HTM", "xhtml", "xht", "xml", "xsl", "svgz", "mht", "mhtml", "hta", "js", "mjs", "swf", "jar", "css", "rss", "kml", "url", "lnk", "webloc", "desktop", "scf", "exe", "bat", "vbs", "ps1", "php", "py", "sh", "reg", "chm", "docm", "xlsm", "pptm", "dotm", "iso", "foo"],
)  # fmt: skip
def test_kinds_of_file_that_may_run_are_reported(ending: str) -> None:
    """With the line of the link, in capitals too."""
    (fault,) = report_of({**module(f"[The plan](files/plan.{ending})"), f"files/plan.{ending}": "So."})
    assert (fault.rule, fault.span.line) == ("LNK-004", 5)


@for_each(
    "ending",
    ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "doc", "xls", "ppt", "txt", "csv", "tsv", "json", "ics", "srt", "vtt", "epub", "zip", "png", "jpg", "webp", "gif", "mp3", "m4a", "mp4", "mov", "key", "pages", "numbers", "ipynb", "bib", "sav"],
)  # fmt: skip
def test_kinds_of_file_that_courses_link_to_may_be_linked(ending: str) -> None:
    """Whatever else is said of the words of the link."""
    assert "LNK-004" not in rules({**module(f"[The plan](files/plan.{ending})"), f"files/plan.{ending}": "So."})


@for_each(
    ("name", "content"),
    [
        ("plan.pdf", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("plan.txt", b"\xef\xbb\xbf \r\n<ScRiPt>alert(1)</script>"),
        ("plan.csv", "<html>".encode("utf-16")),
        ("plan.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("plan.doc", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>"),
        ("plan.docx", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("plan.jpg", b"[InternetShortcut]\r\nURL=https://other.example/\r\n"),
        ("plan.zip", b"L\x00\x00\x00\x01\x14\x02\x00\x00"),
        ("plan", b"<html><script>1</script>"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_reported(name: str, content: bytes) -> None:
    """By how it begins: a server may go by that, and not by the name."""
    (fault,) = (
        one
        for one in report_of({**module(f"[The plan](files/{name})"), f"files/{name}": content})
        if one.rule == "LNK-004"
    )
    assert "whatever its name says" in fault.message


@for_each("part", [b"word/vbaProject.bin", b"xl/macrosheets/sheet1.xml", "_VBA_PROJECT".encode("utf-16-le")])
def test_macros_in_a_document_are_reported(part: bytes) -> None:
    """Whatever its ending says: Word opens a .doc by what is in it."""
    assert "LNK-004" in rules({**module("[The plan](files/plan.doc)"), "files/plan.doc": b"PK\x03\x04" + part})


@for_each(
    "content",
    [
        b"<< /S /JavaScript /JS (app.alert(1)) >>",
        b"<< /S /Java#53cript /J#53 (app.alert(1)) >>",
        b"<< /S /Launch /F (cmd.exe) >>",
        b"<< /Type /ObjStm /N 1 /First 4 >>\nstream\n" + zlib.compress(b"<< /S /JavaScript >>") + b"\nendstream",
    ],
)
def test_a_script_in_a_pdf_is_a_warning_of_its_line(content: bytes) -> None:
    """The learner's program for PDF files may warn of it; it cannot reach the course."""
    report = report_of({**module("[The plan (PDF, 1 KB)](files/plan.pdf)"), "files/plan.pdf": b"%PDF-1.7\n" + content})
    assert [(fault.rule, fault.span.line) for fault in report] == [("LNK-005", 5)]


@for_each("content", [b"stream\n/JS (1)\nendstream", b"/JSON 1", b"<< /Type /ObjStm >>\nstream\nbroken\nendstream"])
def test_a_pdf_without_a_script_is_left_alone(content: bytes) -> None:
    """What is packed may be any sign."""
    files = {"files/plan.pdf": b"%PDF-1.7\n" + content}
    assert rules({**module("[The plan (PDF, 1 KB)](files/plan.pdf)"), **files}) == set()


@for_each(
    ("key", "name", "rule"),
    [
        ("poster", "media/x.html", "A16"),
        ("poster", "media/x.svg", "LNK-004"),
        ("sign", "media/x.html", "MED-003"),
        ("described", "media/x.svg", "MED-003"),
        ("sign", "media/x.mp4", "LNK-004"),
    ],
)
def test_what_goes_with_a_film_runs_nothing_either(key: str, name: str, rule: str) -> None:
    """Learners can save each of these files, and open it."""
    film = "[A film](media/film.mp4)\n- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)"
    course, report = read_files(
        {**module(f"## Watch: A film\n\n{film}\n- {key}: {name}"), name: drawing("<script>1</script>")}
    )
    assert [(fault.rule, fault.span.line) for fault in report.diagnostics] == [(rule, 10)]
    assert name not in {asset.name for asset in course.assets} or report.errors
