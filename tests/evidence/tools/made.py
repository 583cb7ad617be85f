"""Small courses, each made by another tool as its documentation says, and packed as its authors would."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.evidence.others import API, STYLE, manifest

NPM = ROOT / "node_modules"
PARTS = {
    "lifting": ("Safe lifting", "Before you lift anything, look at the way that you are going to take."),
    "fire": ("Fire safety", "Every building has two ways out, and you should know both of them."),
}


def run(folder: Path, *words: str) -> None:
    """A tool as it is typed, in a folder; it writes no date of today."""
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1772409600", "DISABLE_MKDOCS_2_WARNING": "true"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


THEME = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ page.title or config.site_name }}</title>%s
{%% for path in config.extra_css %%}<link rel="stylesheet" href="{{ path|url }}">{%% endfor %%}</head><body><main>{{ page.content }}
<p>{%% if page.next_page %%}<a class="go" href="{{ page.next_page.url|url }}">Next</a>{%% endif %%}</p></main>
{%% for path in config.extra_javascript %%}<script src="{{ path|url }}"></script>{%% endfor %%}</body></html>"""


def mkdocs(folder: Path) -> Path:
    """MkDocs with its quiz plugin, and with a theme as teams write their own."""
    (folder / "docs").mkdir()
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(THEME % STYLE, encoding="utf-8")
    settings = {
        "site_name": "Safe at work",
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": "theme"},
        "plugins": ["mkdocs_quiz"],
        "nav": ["index.md", *(f"{name}.md" for name in PARTS)],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    quiz = "\n<quiz>\nWhat do you bend?\n\n- [x] My knees\n- [ ] My back\n\nThe knees are made for it.\n</quiz>\n"
    pages = {"index": ("Safe at work", "What you should know before you begin."), **PARTS}
    for name, (title, words) in pages.items():
        text = f"# {title}\n\n{words}\n{quiz if name == 'lifting' else ''}"
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    run(folder, "mkdocs", "build", "--quiet")
    return folder / "site"


def sphinx(folder: Path) -> Path:
    """Sphinx with its own theme."""
    (folder / "conf.py").write_text(
        "project = 'Safe at work'\nlanguage = 'en'\nhtml_theme = 'alabaster'\nhtml_copy_source = False\nhtml_show_sphinx = False\n",
        encoding="utf-8",
    )
    toc = "\n".join(f"   {name}" for name in PARTS)
    pages = {"index": ("Safe at work", f"What you should know before you begin.\n\n.. toctree::\n\n{toc}"), **PARTS}
    for name, (title, words) in pages.items():
        (folder / f"{name}.rst").write_text(f"{title}\n{'=' * len(title)}\n\n{words}\n", encoding="utf-8")
    run(folder, "sphinx", "-q", "-b", "html", ".", "html")
    return folder / "html"


SLIDES = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Safe at work</title><link rel="stylesheet" href="reveal/reveal.css"><link rel="stylesheet" href="reveal/theme/white.css">
<style>html, body, main { height: 100%%; }</style></head>
<body><main><div class="reveal"><div class="slides"><section><h1>Safe at work</h1><p>What you should know before you begin.</p></section>%s</div></div></main>
<script src="reveal/reveal.js"></script><script>%s</script></body></html>"""
RECORD = f"""{API}
const api = find("API");
if (!api) document.querySelector("section").append("Nothing is recorded: there is no LMS.");
const call = (name, ...words) => api && api["LMS" + name](...words);
call("Initialize", "");
call("SetValue", "cmi.core.lesson_status", "incomplete");
call("Commit", "");
const deck = new Reveal({{ hash: true, transition: "none", backgroundTransition: "none", keyboard: false, disableLayout: true, scrollActivationWidth: null }});
deck.initialize();
deck.on("slidechanged", () => {{
  call("SetValue", "cmi.core.lesson_location", String(deck.getIndices().h));
  if (deck.isLastSlide()) call("SetValue", "cmi.core.lesson_status", "completed");
  call("Commit", "");
}});
addEventListener("pagehide", () => call("Finish", ""));
"""


def reveal(folder: Path) -> Path:
    """reveal.js, as a SCO that says in an LMS which slide it is at."""
    shutil.copytree(
        NPM / "reveal.js" / "dist", folder / "sco" / "reveal", ignore=shutil.ignore_patterns("*.mjs", "*.ts", "plugin")
    )
    slides = "".join(f"<section><h2>{title}</h2><p>{words}</p></section>" for title, words in PARTS.values())
    (folder / "sco" / "index.html").write_text(SLIDES % (slides, RECORD), encoding="utf-8")
    (folder / "sco" / "imsmanifest.xml").write_text(manifest("scorm12", ("index.html",)), encoding="utf-8")
    return folder / "sco"


SITE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Safe at work</title><link rel="stylesheet" href="docsify/themes/core.min.css"></head>
<body><div id="app">Loading</div>
<script>window.$docsify = { relativePath: true };</script><script src="docsify/docsify.min.js"></script></body></html>"""


def docsify(folder: Path) -> Path:
    """docsify, which makes pages of markdown in the browser."""
    site = folder / "site"
    shutil.copytree(NPM / "docsify" / "dist", site / "docsify", ignore=shutil.ignore_patterns("*.map", "plugins"))
    (site / "index.html").write_text(SITE, encoding="utf-8")
    links = "\n".join(f"- [{title}]({name}.md)" for name, (title, _) in PARTS.items())
    (site / "README.md").write_text(
        f"# Safe at work\n\nWhat you should know before you begin.\n\n{links}\n", encoding="utf-8"
    )
    for name, (title, words) in PARTS.items():
        (site / f"{name}.md").write_text(f"# {title}\n\n{words}\n", encoding="utf-8")
    return site


TOOLS: dict[str, Callable[[Path], Path]] = {"MkDocs": mkdocs, "Sphinx": sphinx, "reveal.js": reveal, "docsify": docsify}
"""What makes a folder into a course; gives the folder that is packed."""


def packed(folder: Path, target: Path) -> Path:
    """All files of a folder as a zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(folder).as_posix())
    return target
