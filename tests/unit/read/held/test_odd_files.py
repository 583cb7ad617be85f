"""Drawings and captions as programs write them, and as somebody would who means harm: what is said of each.

`odd_drawings.src` has what stands in a drawing; `odd_drawings.txt` and `odd_captions.txt` hold what is said. `SNAPSHOTS=write` writes them afresh. Read what it wrote.
"""

from pathlib import Path

from builder.read.files.linked.drawings import look_into_drawing
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from tests.rules.corpus import REREAD, WRITING

HERE = Path(__file__).parent
ROOT = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
WHOLE = (
    *(
        b"",
        b"<svg/>",
        b"<html/>",
        b"<svg xmlns='urn:x'/>",
        b"<SVG/>",
        b"<g xmlns='http://www.w3.org/2000/svg'/>",
        b"hello",
    ),
    *(
        b"<?xml version='1.0' encoding='utf-8'?><svg/>",
        b"<?xml version='1.0' encoding='UTF-7'?><svg/>",
        b"<?xml version='1.0'?><svg/>",
    ),
    *(
        b"<?xml version='1.0' encoding = \"ISO-8859-1\" ?><svg/>",
        b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-7'?><svg/>",
        b"\xef\xbb\xbf<svg/>",
    ),
    *(
        b"<?xml-stylesheet href='a.css'?><svg/>",
        b"<svg/><?xml-stylesheet href='a.css'?>",
        b"<?x y?><svg/>",
        b" <?xml version='1.0'?><svg/>",
    ),
    *(
        b"<!DOCTYPE svg><svg/>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg><text>&a;</text></svg>",
        b"<!DOCTYPE svg [<!ATTLIST g onload CDATA 'x'>]><svg/>",
    ),
    *(
        b"<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>",
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg>&a;</svg>",
    ),
    *(
        "<?xml version='1.0' encoding='utf-16'?><svg/>".encode("utf-16"),
        "<!DOCTYPE svg [<!ATTLIST g a CDATA 'x'>]><svg/>".encode("utf-16"),
    ),
)
TIMES = (
    *(
        "00:01.000 --> 00:02.000",
        "00:00:01.000 --> 00:00:02.000",
        "100:00:01.000 --> 100:00:02.000",
        "0:01.000 --> 0:02.000",
    ),
    *(
        "00:01,000 --> 00:02,000",
        "00:01.000 --> 00:02,000",
        "00:01.00 --> 00:02.00",
        "00:60.000 --> 01:00.000",
        "60:00.000 --> 61:00.000",
    ),
    *(
        "00:01.000-->00:02.000",
        "00:01.000 -->",
        "--> 00:02.000",
        "  00:01.000 \t-->  00:02.000  ",
        "00:01.000 --> 00:02.000 align:start line:0",
    ),
    *(
        "00:02.000 --> 00:01.000",
        "00:01.000 --> 00:01.000",
        "1 --> 2",
        "00:01.000 -> 00:02.000",
        "00:01.000 --> 00:02.000x",
        "00:59.999 --> 59:59.999",
    ),
    *(
        "a 00:01.000 --> 00:02.000",
        "00:01.0000 --> 00:02.000",
        "00:00:01,5 --> 00:00:02,5",
        "1:00:00.000 --> 1:00:01.000",
    ),
)
WORDS = (
    *(
        "Hello.",
        "<v Ann>Hello.",
        "<v Ann Lee>Hello. <v Bob>Hi.</v>",
        "Before <v.loud  Ann &amp; Bob>Hello.</v> after",
        "<v>Hello.",
        "<vAnn>Hello.",
    ),
    *(
        "<v.>Hello.",
        "<v.a.b Ann>Hello.",
        "<v\tAnn>Hello.",
        "<v Ann></v><v Bob>Hi.",
        "<i>Hello</i> <b>you</b> &lt;x&gt; &amp;amp;",
        "<>Hello<>",
        "a < b",
    ),
    *(
        "- Hello.\n- Hi.",
        "<c.red>Hello</c>\n<00:01.500>you",
        "<v Ann>Hello\nyou",
        "  Hello.  ",
        "&nbsp;",
        "<lang cy>Bore da</lang>",
        "<ruby>a<rt>b</rt></ruby>",
    ),
)
FILES = (
    *(
        "",
        "WEBVTT",
        "WEBVTT\n",
        "WEBVTT \n\n",
        "WEBVTTX\n",
        "webvtt\n",
        " WEBVTT\n",
        "WEBVTT\ta title\n\n00:01.000 --> 00:02.000\na",
    ),
    *(
        "WEBVTT\n\nNOTE a --> b\n\n00:01.000 --> 00:02.000\na",
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\na\n\n2\n00:03.000 --> 00:04.000\nb\n",
    ),
    *(
        "WEBVTT\n\n00:03.000 --> 00:04.000\na\nb\n\n00:01.000 --> 00:02.000\nc\nd",
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:01.000 --> 00:02.000\nb",
    ),
    *(
        "WEBVTT\n00:01.000 --> 00:02.000\na",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nb",
        "WEBVTT\n\nSTYLE\n::cue {}\n\n",
    ),
    *("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb", "1\n00:00:01,000 --> 00:00:02,000\na"),
)


def held(name: str, rows: list[str]) -> None:
    """That the rows are those of the file."""
    file = HERE / name
    if WRITING:
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert "\n".join(rows) + "\n" == file.read_text(encoding="utf-8"), REREAD


def test_what_is_said_of_a_drawing_was_read_and_approved(tmp_path: Path) -> None:
    """As a picture of a page, and opened by itself."""
    rows = []
    file = tmp_path / "a.svg"
    odd = (HERE / "odd_drawings.src").read_text(encoding="utf-8").splitlines()
    for content in (*WHOLE, *(f"{ROOT}{inside}</svg>".replace("\\n", "\n").encode() for inside in odd)):
        file.write_bytes(content)
        shown, alone = (look_into_drawing(file, alone) or "sound" for alone in (False, True))
        words = repr(content)[2:-1].replace(ROOT.replace("'", "\\'"), "").replace(ROOT, "").removesuffix("</svg>")
        rows.append(f"{words} -> {shown}" + (f"; alone: {alone}" if alone != shown else ""))
    held("odd_drawings.txt", rows)


def test_what_is_read_of_captions_was_read_and_approved() -> None:
    """Times, speakers, words, and what is wrong."""
    rows = []
    texts = [
        *FILES,
        *(f"WEBVTT\n\n{times}\na" for times in TIMES),
        *(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}" for words in WORDS),
    ]
    for text in texts:
        cues, faults = parse_webvtt(Source("a.vtt", tuple(text.split("\n"))))
        rows.append(repr(text))
        rows += [
            f"    {one.span.line}:{one.span.column}+{one.span.length} {one.message} | {one.hint} | {one.fix}"
            for one in faults
        ]
        rows += [f"    {cue}" for cue in cues]
    held("odd_captions.txt", rows)
