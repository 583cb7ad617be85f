"""The scripts and the style sheet that every learner loads: made of their sources, strict, small, and quiet."""

import gzip
import json
import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from builder.errors import Defect
from builder.render.assets.bundles import course_scripts, read_bundle
from tests.bundles import (
    BUNDLES,
    FILM_LIMIT,
    REMEDY,
    ROOT,
    SCRIPTS_LIMIT,
    STYLES_LIMIT,
    changed_sources,
    made_bundles,
    recorded,
)
from tests.cases import for_each
from tests.node import node, node_command

TEMPLATES = ROOT / "templates"
DESTINATIONS = ("scorm12", "scorm2004", "web")
SCRIPTS = course_scripts(TEMPLATES)
EVERY_SCRIPT = sorted(path.name for path in BUNDLES.glob("*.js"))


def gzipped(text: str) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(text.encode(), mtime=0))


def test_bundles_are_as_new_as_their_sources() -> None:
    """What was changed in a source is in the package too."""
    assert changed_sources() == [], REMEDY


def test_no_bundle_is_edited_by_hand() -> None:
    """Each is as it was made, and there is none that nobody made."""
    digests = {
        path.name: sha256(path.read_bytes()).hexdigest() for path in BUNDLES.iterdir() if path.name != "sources.json"
    }
    assert digests == made_bundles(), REMEDY


EVERY_DAY = ("scorm2004", "record", "film", "course", "brand", "cover-picture")
"""The other two destinations are made of the same sources but for an adapter each; the preview is for authors."""


@pytest.mark.parametrize("names", [EVERY_DAY, pytest.param((), marks=pytest.mark.slow)], ids=["every day", "all"])
def test_bundles_are_what_esbuild_makes_of_their_sources(names: tuple[str, ...], tmp_path: Path) -> None:
    """Byte for byte: the same sources always give the same bundles."""
    done = node("bundle.mjs", "--out", str(tmp_path), *names, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not names or path.stem in names}
    kept = {path.name: path.read_bytes() for path in BUNDLES.iterdir() if not names or path.stem in names}
    assert sorted(made) == sorted(kept), REMEDY
    assert [name for name in made if made[name] != kept[name]] == [], REMEDY


def test_every_script_and_sheet_is_in_a_bundle() -> None:
    """A source that no bundle holds is never run. Sheets of the preview are served as they are; some modules hold types alone.

    The one script of the catalogue, which no learner gets, is written into it as it is.
    """
    sources = [path for ending in ("*.js", "*.css") for path in TEMPLATES.rglob(ending) if path.parent != BUNDLES]
    names = {path.relative_to(ROOT).as_posix() for path in sources if path.suffix == ".css" or runs(path)}
    assert {
        name for name in names if not re.fullmatch(r"templates/(preview/.*\.css|layouts/catalogue\.js)", name)
    } <= recorded().keys()


def runs(module: Path) -> bool:
    """Whether a module holds more than types."""
    code = re.sub(r"/\*.*?\*/", "", module.read_text(encoding="utf-8"), flags=re.DOTALL)
    return code.strip() not in ("", "export {};")


def test_no_learner_is_given_the_preview() -> None:
    """What is for authors stays with them."""
    done = node("bundle.mjs", "--sizes", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    for bundle, sources in json.loads(done.stdout).items():
        ours = {source for source in sources if source.startswith("templates/preview/")}
        assert bool(ours) == bundle.startswith("preview-"), bundle


def test_a_missing_bundle_is_reported_with_its_remedy(tmp_path: Path) -> None:
    """In a checkout that lost one."""
    with pytest.raises(Defect, match=r"bundles/web\.js cannot be read: .*make bundle"):
        read_bundle(tmp_path, "web.js")


@for_each("name", EVERY_SCRIPT)
def test_each_script_is_a_strict_classic_script(name: str, tmp_path: Path) -> None:
    """Checked by Node, which reads `.cjs` as a script and not as a module: browsers load no module from file://."""
    script = read_bundle(TEMPLATES, name)
    assert script.startswith('"use strict";(()=>{') and script.endswith("})();\n")
    assert script.isascii() and "\r" not in script
    assert "sourceMappingURL" not in script and "//# " not in script
    file = tmp_path / "script.cjs"
    file.write_text(script, encoding="utf-8")
    checked = subprocess.run([*node_command(), "--check", str(file)], capture_output=True, text=True, timeout=20)
    assert checked.returncode == 0, checked.stderr


def test_each_destination_has_an_adapter_of_its_own() -> None:
    """An offline course asks for no LMS and knows no element of its data model; a package finds either edition's API."""
    assert len({SCRIPTS[destination] for destination in DESTINATIONS}) == 3
    for word in ("cmi.", "API_1484_11", "LMSInitialize", "suspend_data"):
        assert word not in SCRIPTS["web"]
    for destination in ("scorm12", "scorm2004"):
        assert "API_1484_11" in SCRIPTS[destination] and "LMSInitialize" in SCRIPTS[destination]


NAMESPACE = re.compile(r"http://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com/office|purl\.org/dc/elements)/")
"""What a Word document calls its parts: names, which nothing ever fetches."""
FORBIDDEN = ("eval(", "Function(", "innerHTML", "insertAdjacentHTML", "XMLHttpRequest", "http", "import(", "import ")


@for_each("name", SCRIPTS)
def test_no_script_uses_what_the_content_security_policy_forbids(name: str) -> None:
    """No code from text, no markup from text, no module, no address of another host."""
    script = NAMESPACE.sub("", SCRIPTS[name])
    assert [word for word in FORBIDDEN if word in script] == []


def test_only_a_package_asks_its_server() -> None:
    """A course without an LMS, and the record of learning, fetch nothing."""
    assert "fetch(" not in SCRIPTS["web"] and "fetch(" not in SCRIPTS["record"]
    assert "fetch(" in SCRIPTS["scorm12"] and "fetch(" in SCRIPTS["scorm2004"]


@for_each("destination", DESTINATIONS)
def test_no_script_keeps_the_page_from_the_back_forward_cache(destination: str) -> None:
    """A listener for `unload` would; one for `beforeunload` is there only while something would be lost."""
    script = SCRIPTS[destination]
    assert re.findall(r"\w*unload\w*", script) == ["beforeunload", "beforeunload"]
    assert 'removeEventListener("beforeunload"' in script


def test_the_style_sheet_asks_for_no_other_file() -> None:
    """Also no font and no picture: an LMS serves each file through a login check."""
    sheet = read_bundle(TEMPLATES, "course.css")
    assert sheet.isascii() and "/*" not in sheet
    assert "@import" not in sheet and "url(" not in sheet


def test_a_learner_loads_little() -> None:
    """All scripts of a SCORM 2004 package, what a course with films adds to them, and the style sheet, as a server sends them."""
    scripts = gzipped(SCRIPTS["scorm2004"]) + gzipped(SCRIPTS["record"])
    styles = gzipped(read_bundle(TEMPLATES, "course.css"))
    for name, size, limit in (
        ("the script of films", gzipped(SCRIPTS["film"]), FILM_LIMIT),
        ("the scripts of a package", scripts, SCRIPTS_LIMIT),
        ("the style sheet", styles, STYLES_LIMIT),
    ):
        assert size <= limit, (
            f"{name}: {size - limit} bytes too many; `python -m tests.node bundle.mjs --sizes` lists them"
        )
