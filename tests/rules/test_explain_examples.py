"""The examples of `satchel explain` are true: the wrong one breaks the rule, the right one breaks none."""

import random
import shutil
from pathlib import Path

from PIL import Image

from builder.pipeline import check
from builder.rules.texts import read_rules
from tests.cases import for_each
from tests.conftest import ROOT
from tests.rules.test_corpus import PACKAGE_RULES

MODULE = "01-welcome.md"
SETTINGS = "course.yml"
CAPTIONS = "media/stages.en.vtt"
REST = "- descriptions: not needed (only the speaker is shown)"

PROSE = (MODULE, "---\ntitle: Welcome\n---\n\n{}\n")
WHOLE = (MODULE, "{}")
PRESENTED = (MODULE, "---\ntitle: Welcome\n{}\n---\n\nHello.\n")
QUIZ = (MODULE, "---\ntitle: Welcome\n---\n\n## Quiz: Which is right?\n\n{}\n")
OPTION = (MODULE, "---\ntitle: Welcome\n---\n\n## Quiz: Which is right?\n\n{}\n- [ ] Speed\n")
FEEDBACK = (MODULE, "---\ntitle: Welcome\n---\n\n## Quiz: Which is first?\n\n- [x] Mobilising\n- [ ] Designing\n  {}\n")
LINKED = (MODULE, "---\ntitle: Welcome\n---\n\n{}\n\n## Six stages {#six-stages}\n\nMobilising comes first.\n")
FILL = (MODULE, "---\ntitle: Welcome\n---\n\n## Fill: What is missing?\n\n{}\n")
NUMBER = (MODULE, "---\ntitle: Welcome\n---\n\n## Number: How many?\n\n{}\n")
FILM = (MODULE, "---\ntitle: Welcome\n---\n\n## Watch: A film\n\n{}\n")
SUPPRESSED = (
    MODULE,
    f"---\ntitle: Welcome\n---\n\n{{}}\n\n[The stages](media/stages.mp4)\n- captions: {CAPTIONS}\n",
)
KEYS = (
    MODULE,
    f"---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[The stages](media/stages.mp4)\n- captions: {CAPTIONS}\n{REST}\n{{}}\n",
)
CAPTION_KEYS = (
    MODULE,
    f"---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[The stages](media/stages.mp4)\n{REST}\n{{}}\n",
)
PAUSED = (
    MODULE,
    f"---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[The stages](media/stages.mp4)\n- captions: {CAPTIONS}\n{REST}\n{{}}\n\n"
    "## Reflect: Who has power? {#power}\n",
)
FILM_KEYS = (MODULE, f"---\ntitle: Welcome\n---\n\n## Watch: A film\n\n{{}}\n- captions: {CAPTIONS}\n{REST}\n")
ALL_SETTINGS = (SETTINGS, "{}\n")
IDENTIFIED = (SETTINGS, "id: sample\n{}\n")
UNTITLED = (SETTINGS, "id: sample\nlanguage: en\n{}\n")
FURTHER = (SETTINGS, "id: sample\ntitle: Sample\nlanguage: en\n{}\n")
PASSING = (SETTINGS, "id: sample\ntitle: Sample\nlanguage: en\ncompletion: pass-mark\n{}\n")
FORM = ("record.yml", "{}\n")
ASKED = ("record.yml", "title: My learning\nquestions:\n{}\n")
WHOLE_CUES = (CAPTIONS, "WEBVTT\n\n{}\n")
CUES = (CAPTIONS, "WEBVTT\n\n{}\nWelcome.\n")

FRAMES = {
    "VAR-002": (SETTINGS, "id: sample\nlanguage: en\n{}\n"),
    "GLO-001": ("glossary.md", "{}\n"),
    "GLO-002": ("glossary.md", "{}\n"),
    "GLO-003": ("glossary.md", "{}\n"),
    "A07": CUES,
    "A09": KEYS,
    "A06": FILM,
    "A10": IDENTIFIED,
    "A14": FURTHER,
    "MED-002": CAPTION_KEYS,
    "MED-003": FILM_KEYS,
    **dict.fromkeys(("THM-001", "THM-002", "THM-003", "THM-004", "THM-008"), FURTHER),
    "THM-006": ("theme/prose.html", "{}\n"),
    "THM-007": ("theme/cover.css", "{}\n"),
    "MED-004": PAUSED,
    "MED-005": FILM_KEYS,
    "QUE-001": QUIZ,
    "QUE-003": QUIZ,
    "QUE-005": QUIZ,
    "QUE-006": QUIZ,
    "QUE-009": FILL,
    "QUE-023": FILL,
    "QUE-010": NUMBER,
    "QUE-021": QUIZ,
    "REC-001": FURTHER,
    "REC-002": ASKED,
    "REC-003": ASKED,
    "REC-004": ASKED,
    "REC-005": FORM,
    "REC-007": FURTHER,
    "STR-005": UNTITLED,
    "STR-006": UNTITLED,
    "STR-007": FURTHER,
    "STR-008": PASSING,
    "STR-009": ALL_SETTINGS,
    "STR-026": PRESENTED,
    "STR-027": FURTHER,
    "STR-028": SUPPRESSED,
    "STR-043": UNTITLED,
    "STR-047": ("02-test.md", "{}\n\nHello.\n"),
    "W04": FILM,
    "W05": WHOLE_CUES,
    "W22": WHOLE_CUES,
    "MED-006": WHOLE_CUES,
    "W06": KEYS,
    "W13": OPTION,
    "W14": FEEDBACK,
    "W20": LINKED,
}
"""Where an example stands, and what stands round it; all others are prose of a module, or a whole one."""

IN_WORDS = {
    "INC-003": "the name of a file",
    "INC-004": "the name of a file",
    "LNG-002": "a file of its own",
    "LNG-003": "a file of its own",
    "LNG-004": "the name of a file",
    "LNG-005": "reading",
    "LNG-006": "a folder",
    "LNG-007": "two folders",
    "LNG-008": "a folder",
    "THM-005": "the name of a file",
    "STR-001": "a folder without a file",
    "STR-002": "a folder without a file",
    "STR-003": "bytes",
    "STR-004": "two million characters",
    "STR-020": "the name of a file",
    "STR-046": "the name of a file",
    "STR-022": "permissions",
    "STR-024": "a character that cannot be seen",
    "SCO-001": "two thousand questions",
    "SCO-002": "two thousand questions",
    "REC-006": "a file that nothing names",
    "MED-007": "a file of 600 KB",
    "MED-008": "a file of 600 KB",
    "MED-009": "films of other lengths",
    "A08": "a film of two minutes",
    "QUE-017": "two thousand steps",
    "W08": "forty words",
    "W15": "a film of more than ten minutes",
    "W16": "a film that flickers",
    "W17": "two tables",
}
"""Rules whose examples are described in words, and the files that they stand for; sample courses test them."""

LAID = sorted(id for id in read_rules() if not id.startswith(PACKAGE_RULES) and id not in IN_WORDS)


def lay(folder: Path, rule: str, example: str) -> list[str]:
    """A small course with the example in its place: the rules that it breaks."""
    shutil.copytree(ROOT / "tests" / "courses" / "base", folder)
    media, images = folder / "media", folder / "images"
    (media / "film.mp4").rename(media / "stages.mp4")
    shutil.copy(media / "stages.mp4", media / "stages.avi")
    (media / "film.en.vtt").rename(folder / CAPTIONS)
    for name in ("stages.md", "stages.transcript.md"):
        (media / name).write_text("Welcome to the film.\n")
    (media / "draft-script.md").write_text("Quite another text, about something that nobody in the film speaks of.\n")
    (media / "stages.docx").write_bytes(b"PK")
    for name in ("line.png", "plan.png", "slide-4.png"):
        shutil.copy(images / "team.png", images / name)
    (folder / "files").mkdir()
    (folder / "files" / "plan.pdf").write_bytes(b"%PDF-1.7\n" + b" " * 120_000)
    (folder / "files" / "plan.html").write_text("<p>A plan.</p>")
    (folder / "files" / "form.pdf").write_bytes(b"%PDF-1.7\n<< /S /JavaScript /JS (1) >>")
    if rule.startswith("THM-"):
        _lay_theme(folder / "theme")
    if rule.startswith("INC-"):
        (folder / "_help.md").write_text("Tell your manager.\n")
        (folder / "_circle.md").write_text("Round.\n\n[And again](_circle.md)\n")
        (folder / "02-more.md").write_text("---\ntitle: More\n---\n\n[Where to find help](_help.md)\n")
        if example == read_rules()[rule].right:
            (folder / "_circle.md").write_text("Round.\n")
            (folder / "03-round.md").write_text("---\ntitle: Round\n---\n\n[Round](_circle.md)\n")
    if rule == "VAR-001":
        with (folder / SETTINGS).open("a") as settings:
            settings.write("variables:\n  team: The Ideas Team\n")
    if rule == "QUE-025":
        with (folder / SETTINGS).open("a") as settings:
            settings.write("banks:\n  safety: 1\n")
    people = "people:\n  - id: michelle-lefevre\n    name: Michelle Lefevre\n"
    if rule.startswith("REC-"):
        people += "record: record.yml\nstandards:\n  PCF: [Knowledge]\n"
        (folder / "record.yml").write_text("title: My learning\nquestions:\n  - id: learnt\n    ask: Why?\n")
    (folder / SETTINGS).write_text((folder / SETTINGS).read_text() + people)
    (folder / MODULE).write_text(
        f"---\ntitle: Welcome\n---\n\nTrust, and reflexivity.\n\n## Reflect: Why?\n\n## Quiz: Which?\n\n- [x] This\n- [ ] That\n\n"
        f"## Watch: A film\n\n[A film](media/stages.mp4)\n- captions: {CAPTIONS}\n{REST}\n"
    )
    path, frame = FRAMES.get(rule, WHOLE if example.startswith("---\n") else PROSE)
    (folder / path).write_text(frame.replace("{}", example))
    return [diagnostic.rule for diagnostic in check(folder).report.diagnostics]


def _lay_theme(folder: Path) -> None:
    """The files that the examples of a theme name."""
    folder.mkdir()
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>')
    picture = Image.frombytes("RGB", (300, 200), random.Random(1).randbytes(300 * 200 * 3))
    picture.save(folder / "logo-of-3000-pixels.png")
    (folder / "reading.ttf").write_bytes(b"\0\1\0\0" + bytes(40))
    (folder / "reading.woff2").write_bytes(b"wOF2" + bytes(4) + (48).to_bytes(4, "big") + bytes(36))
    (folder / "OFL.txt").write_text("Copyright somebody, under the SIL Open Font License.\n")


@for_each("rule", LAID)
def test_the_wrong_example_breaks_its_rule_and_no_other(rule: str, tmp_path: Path) -> None:
    """Somebody who types it to see what happens sees this rule, and nothing that is beside the point."""
    assert set(lay(tmp_path / "course", rule, read_rules()[rule].wrong)) == {rule}


@for_each("rule", LAID)
def test_the_right_example_breaks_none(rule: str, tmp_path: Path) -> None:
    """Somebody who pastes it has nothing further to mend."""
    assert lay(tmp_path / "course", rule, read_rules()[rule].right) == []


def test_the_exceptions_are_rules() -> None:
    """A rule that was renamed does not leave its exception behind."""
    assert {*IN_WORDS, *FRAMES} <= set(read_rules())
