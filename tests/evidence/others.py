"""Packages as other tools make them, without any hook of ours: three, each with faults that can be planted."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

STYLE = """<style>
body { font: 18px/1.5 sans-serif; color: #111; background: #fff; margin: 1rem; max-width: 40rem; }
button, .go { font: inherit; min-height: 44px; min-width: 44px; padding: 8px 16px; border: 2px solid #111; background: #eee; color: #111; }
.go { display: inline-block; } label { display: block; padding: 10px 0; } label input { width: 24px; height: 24px; }
input[type=text] { border: 2px solid #333; min-height: 44px; font: inherit; }
:focus { outline: 3px solid #00f; outline-offset: 2px; }
</style>"""

API = """
function find(name) {
  for (let win = window; ; win = win.parent) {
    if (win[name]) return win[name];
    if (win === win.parent) return null;
  }
}
"""


def manifest(edition: str, pages: tuple[str, ...]) -> str:
    """A manifest as many tools write it."""
    version, space = ("1.2", "http://www.imsproject.org/xsd/imscp_rootv1p1p2") if edition == "scorm12" else ("2004 4th Edition", "http://www.imsglobal.org/xsd/imscp_v1p1")  # fmt: skip
    items = "".join(f'<item identifier="I{n}" identifierref="R{n}"><title>Part {n}</title></item>' for n, _ in enumerate(pages))  # fmt: skip
    resources = "".join(f'<resource identifier="R{n}" type="webcontent" adlcp:scormtype="sco" href="{page}"/>' for n, page in enumerate(pages))  # fmt: skip
    return (
        f'<?xml version="1.0"?><manifest identifier="M" xmlns="{space}" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp">'
        f"<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>"
        f'<organizations default="O"><organization identifier="O"><title>Safe lifting</title>{items}</organization></organizations>'
        f"<resources>{resources}</resources></manifest>"
    )


QUIZ = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Safe lifting</title>{STYLE}</head><body>
<main><h1>Safe lifting</h1>
<section id="intro"><p>Before you lift anything, look at the way that you are going to take.</p>
<button type="button" id="start">Start</button></section>
<section id="quiz" hidden><h2 tabindex="-1">What do you bend?</h2>
<fieldset><legend>Choose one</legend>
<label><input type="radio" name="q" value="back"> My back</label>
<label><input type="radio" name="q" value="knees"> My knees</label></fieldset>
<button type="button" id="check">Check answer</button> <p role="status" id="said"></p>
<button type="button" id="next">Next</button></section>
<section id="end" hidden><h2 tabindex="-1">The end</h2><p>You have completed the course.</p><p id="score"></p></section></main>
<script>{API}
const api = find("API");
if (!api) document.querySelector("main").append("Nothing is recorded: there is no LMS.");
const call = (name, ...words) => api && api["LMS" + name](...words);
call("Initialize", "");
call("SetValue", "cmi.core.lesson_status", "incomplete");
const show = (id) => {{ for (const one of document.querySelectorAll("section")) one.hidden = one.id !== id; document.querySelector("#" + id + " h2").focus(); }};
let points = 0;
try {{
  const {{ chosen }} = JSON.parse(call("GetValue", "cmi.suspend_data"));
  document.querySelector(`[value=${{chosen}}]`).checked = true;
}} catch {{}}
document.getElementById("start").onclick = () => show("quiz");
document.getElementById("check").onclick = () => {{
  const right = document.querySelector("[value=knees]").checked;
  points = right ? 100 : 0;
  document.getElementById("said").textContent = right ? "Correct: the knees." : "Not correct: look again.";
  call("SetValue", "cmi.interactions.0.id", "q1");
  call("SetValue", "cmi.interactions.0.type", "choice");
  call("SetValue", "cmi.interactions.0.student_response", right ? "b" : "a");
  call("SetValue", "cmi.interactions.0.result", right ? "correct" : "wrong");
  call("SetValue", "cmi.suspend_data", JSON.stringify({{ points, chosen: document.querySelector(":checked").value }}));
  call("Commit", "");
}};
document.getElementById("next").onclick = () => {{
  show("end");
  document.getElementById("score").textContent = "Your score: " + points + "%";
  call("SetValue", "cmi.core.score.raw", String(points));
  call("SetValue", "cmi.core.lesson_status", "completed");
  call("Commit", "");
}};
addEventListener("pagehide", () => call("Finish", ""));
</script></body></html>"""


def slide(number: int, words: str, onward: str, script: str = "") -> str:
    """A page of a package that has a file for each screen."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fire safety, part {number}</title>{STYLE}</head><body><main><h1>Fire safety, part {number}</h1><p>{words}</p>
{onward}</main><script>{script}</script></body></html>"""


FRAME = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fire safety</title><style>html, body, iframe {{ height: 100%; width: 100%; margin: 0; border: 0; }} iframe {{ display: block; }}</style></head><body>
<iframe src="slide1.html" title="Fire safety"></iframe>
<script>{API}
let api = null;
const connect = () => {{
  window.lms = api = find("API_1484_11");
  if (!api) return setTimeout(connect, 500);
  api.Initialize(""); api.SetValue("cmi.completion_status", "incomplete"); api.SetValue("cmi.exit", "suspend"); api.Commit("");
}};
connect();
addEventListener("pagehide", () => api && api.Terminate(""));
</script></body></html>"""

SLIDES = {
    "index.html": FRAME,
    "slide1.html": slide(1, "Every building has two ways out, and you should know both.", '<a class="go" href="slide2.html">Next</a>'),
    "slide2.html": slide(
        2,
        "Write down where the nearest way out is.",
        '<label>The way out <input type="text" name="way"></label><button type="button" id="save">Save</button> <p role="status" id="said"></p><a class="go" href="slide3.html">Continue</a>',
        "document.querySelector('input').value = parent.lms ? parent.lms.GetValue('cmi.suspend_data') : ''; document.getElementById('save').onclick = () => { document.getElementById('said').textContent = 'Saved on your learning site.'; const api = parent.lms; if (api) { api.SetValue('cmi.suspend_data', document.querySelector('input').value); api.Commit(''); } };",
    ),
    "slide3.html": slide(3, "That is all: leave by the nearest way.", "", "const api = parent.lms; if (api) { api.SetValue('cmi.completion_status', 'completed'); api.Commit(''); }"),
}  # fmt: skip

PLAIN = {
    "index.html": f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hand washing</title>{STYLE}</head><body><main><h1>Hand washing</h1><p>Wash your hands before you touch food, and dry them well.</p>
<nav aria-label="Parts"><a class="go" href="soap.html">Soap and water</a> <a class="go" href="gel.html">Hand gel</a></nav></main></body></html>""",
    "soap.html": f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Soap and water</title>{STYLE}</head><body><main><h1>Soap and water</h1><p>Twenty seconds are enough for most of what is on your hands.</p>
<a class="go" href="index.html">All parts</a></main></body></html>""",
    "gel.html": f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hand gel</title>{STYLE}</head><body><main><h1>Hand gel</h1><p>Gel is for clean hands: it does not take dirt away.</p>
<button type="button" onclick="this.textContent = 'Soap'">Turn the card</button>
<a class="go" href="index.html">All parts</a></main></body></html>""",
}  # fmt: skip

BUTTONS = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Safe files</title>{STYLE}</head><body><main><h1>Safe files</h1>
<section id="asked"><p>Where do you keep a paper file when you go home?</p><div><button type="button">On the desk</button>
<button type="button">In a locked cupboard</button></div></section><p role="status" id="said"></p>
<section id="end" hidden><h2 tabindex="-1">All is read</h2><p>A cupboard that is locked keeps out who has no business with the file.</p></section></main>
<script>{API}
const api = find("API_1484_11");
if (!api) document.querySelector("main").append("Nothing is recorded: there is no LMS.");
const call = (name, ...words) => api && api[name](...words);
call("Initialize", "");
call("SetValue", "cmi.completion_status", "incomplete");
const ask = document.querySelectorAll("#asked button");
ask.forEach((one, place) => (one.onclick = () => {{
  document.getElementById("said").textContent = place ? "Correct: it is locked." : "Not correct: look again.";
  if (!document.getElementById("next")) document.getElementById("asked").insertAdjacentHTML("beforeend", '<button type="button" id="next">→</button>');
  document.getElementById("next").onclick = () => {{
    document.getElementById("asked").hidden = true;
    document.getElementById("end").hidden = false;
    document.querySelector("#end h2").focus();
    call("SetValue", "cmi.completion_status", "completed");
    call("Commit", "");
  }};
  call("SetValue", "cmi.interactions.0.id", "q1");
  call("SetValue", "cmi.interactions.0.type", "choice");
  call("SetValue", "cmi.interactions.0.result", place ? "correct" : "incorrect");
  call("Commit", "");
}}));
addEventListener("pagehide", () => call("Terminate", ""));
</script></body></html>"""

PACKAGES = {
    "answers on buttons": {"imsmanifest.xml": manifest("scorm2004", ("index.html?start=1",)), "index.html": BUTTONS},
    "one page": {"imsmanifest.xml": manifest("scorm12", ("index.html",)), "index.html": QUIZ},
    "slides in a frame": {"imsmanifest.xml": manifest("scorm2004", ("index.html",)), **SLIDES},
    "pages and links": PLAIN,
}


class Fault(NamedTuple):
    """What is planted, and who finds it."""

    package: str
    file: str
    there: str
    planted: str
    probe: str
    criterion: str

    def __str__(self) -> str:
        """Its name in a test."""
        return f"{self.probe}: {self.planted[:30]}"

    def goes_with(self, other: "Fault") -> bool:
        """Whether both can be in one package, and nobody takes one for the other."""
        same = (self.probe, self.criterion) == (other.probe, other.criterion) or (self.file, self.there) == (
            other.file,
            other.there,
        )
        return self.package == other.package and other.probe not in ALONE and not same


FAULTS = tuple(Fault(*row) for row in (
    ("one page", "index.html", '<button type="button" id="start">Start</button>', '<div id="start" onclick="" style="cursor:pointer">Start</div>', "pressed-by-key", "2.1.1"),
    ("one page", "index.html", '<p role="status" id="said">', '<p id="said">', "change-announced", "4.1.3"),
    ("one page", "index.html", '<p role="status" id="said"></p>', '<p role="status" id="said"></p><p role="alert" id="again"></p><script>new MutationObserver(() => { again.textContent = said.textContent; }).observe(said, { childList: true });</script>', "change-announced", "4.1.3"),
    ("one page", "index.html", "points = right ? 100 : 0;", "points = right ? 100 : 0; setTimeout(() => document.activeElement.blur(), 20);", "press-keeps-focus", "2.4.3"),
    ("one page", "index.html", 'right ? "correct" : "wrong");', 'right ? "wrong" : "correct");', "lms-as-said", "LMS-1"),
    ("one page", "index.html", '"cmi.core.score.raw", String(points)', '"cmi.core.score.raw", "40"', "score-as-said", "LMS-1"),
    ("one page", "index.html", 'right ? "b" : "a");', '"x".repeat(400));', "lms-takes-press", "LMS-2"),
    ("one page", "index.html", 'addEventListener("pagehide", () => call("Finish", ""));', "", "session-closed", "LMS-2"),
    ("one page", "index.html", 'call("Commit", "");', "", "work-committed", "LMS-4"),
    ("one page", "index.html", 'const api = find("API");', 'const api = find("API"); if (!api) document.body.innerHTML = "<main hidden></main>";', "opens-without-lms", "LMS-3"),
    ("one page", "index.html", ":focus { outline: 3px solid #00f; outline-offset: 2px; }", ":focus { outline: none; }", "focus-visible", "2.4.7"),
    ("one page", "index.html", "color: #111; background: #fff;", "color: #999; background: #fff;", "axe", "1.4.3"),
    ("one page", "index.html", "<fieldset>", '<fieldset style="width: 900px">', "reflow", "1.4.10"),
    ("one page", "index.html", '<html lang="en">', "<html>", "page-language", "3.1.1"),
    ("one page", "index.html", '<label><input type="radio" name="q" value="back"> My back</label>', '<input type="radio" name="q" value="back"> My back', "axe", "4.1.2"),
    ("one page", "index.html", "let points = 0;", "let points = 0; missing();", "comes-to-life", "LMS-3"),
    ("one page", "index.html", "</fieldset>", '<button type="button" onkeydown="if (event.key === \'Tab\') event.preventDefault()">Hold</button></fieldset>', "keyboard-walk", "2.1.2"),
    ("one page", "index.html", "let points = 0;", "let points = 0; setTimeout(() => document.body.append('Your session has expired.'), 1800000);", "no-timing", "2.2.1"),
    ("pages and links", "soap.html", "</main>", "<style>.tip { display: none } p:hover .tip { display: inline }</style><p>Section 47 <span class=tip>An enquiry.</span></p></main>", "hover", "2.1.1"),
    ("pages and links", "gel.html", "</main>", "<script>addEventListener('keydown', ({ key }) => { if (key === 'n') location.href = 'index.html'; });</script></main>", "single-keys", "2.1.4"),
    ("slides in a frame", "slide1.html", "</main>", '<img src="https://example.invalid/a.png" alt="A door"></main>', "nothing-leaves", "LMS-5"),
    ("slides in a frame", "index.html", "if (!api) return setTimeout(connect, 500);", "if (!api) return;", "late-api-found", "LMS-3"),
    ("one page", "index.html", ".checked = true;", ".checked = false;", "answers-found-again", "LMS-4"),
    ("one page", "index.html", 'call("SetValue", "cmi.core.lesson_status", "completed");', "", "end-as-said", "LMS-1"),
    ("slides in a frame", "index.html", 'api.SetValue("cmi.exit", "suspend");', 'api.SetValue("cmi.exit", "suspend"); api.SetValue("cmi.location", "x".repeat(1001));', "lms-takes-all", "LMS-2"),
    ("answers on buttons", "index.html", 'role="status"', "", "change-announced", "4.1.3"),
    ("answers on buttons", "index.html", 'place ? "correct" : "incorrect"', '"correct"', "lms-as-said", "LMS-1"),
    ("slides in a frame", "index.html", 'title="Fire safety"', "", "axe", "4.1.2"),
    ("slides in a frame", "slide2.html", "<label>The way out <input", "<label></label>The way out <input", "axe", "4.1.2"),
    ("slides in a frame", "slide2.html", '<p role="status" id="said">', '<p id="said">', "change-announced", "4.1.3"),
    ("slides in a frame", "slide3.html", "<title>Fire safety, part 3</title>", "", "title", "2.4.2"),
    ("slides in a frame", "slide3.html", "</main>", '<video src="a.mp4" controls width="100" aria-label="A film"></video><p>Transcript</p></main>', "captions", "1.2.2"),
    ("slides in a frame", "slide1.html", '<a class="go" href="slide2.html">Next</a>', '<span class="go" style="cursor:pointer" onclick="location.href=\'slide2.html\'">Next</span>', "pressed-by-key", "2.1.1"),
    ("pages and links", "soap.html", "<p>Twenty", '<p style="width:700px">Twenty', "reflow", "1.4.10"),
    ("pages and links", "gel.html", "<p>Gel", '<img src="gel.png" width="30" height="30"><p>Gel', "axe", "1.1.1"),
    ("pages and links", "index.html", "<p>Wash", '<p style="color:#aaa">Wash', "axe", "1.4.3"),
    ("pages and links", "soap.html", '<html lang="en">', "<html>", "page-language", "3.1.1"),
    ("pages and links", "gel.html", "</main>", '<script src="https://cdn.example.invalid/x.js"></script></main>', "nothing-leaves", "LMS-5"),
))  # fmt: skip
"""What is planted in which package, and the probe that finds it."""
ALONE = frozenset(
    {"pressed-by-key", "press-keeps-focus", "keyboard-walk", "comes-to-life", "opens-without-lms", "work-committed"}
)
"""Probes of faults that keep a judge from going on, or from finding what else there is."""


def planted_together() -> list[list[Fault]]:
    """The faults in as few packages as may be: none hides another, and no two are for one probe and criterion."""
    batches: list[list[Fault]] = []
    for fault in FAULTS:
        fits = (batch for batch in batches if fault.probe not in ALONE and all(map(fault.goes_with, batch)))
        batch = next(fits, None)
        if batch is None:
            batches.append(batch := [])
        batch.append(fault)
    return batches


def packed(target: Path, name: str, faults: Iterable[Fault] = ()) -> Path:
    """A package of these, with faults."""
    files = dict(PACKAGES[name])
    for fault in faults:
        assert fault.there in files[fault.file], f"{fault.there} is not in {fault.file}"
        files[fault.file] = files[fault.file].replace(fault.there, fault.planted)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in files.items():
            file.writestr(path, text)
    return target
