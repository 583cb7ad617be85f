"""Pairs of pages: each faulty one has one planted fault, and its sound twin has not."""

from dataclasses import dataclass

STYLE = """
body { margin: 0; padding: 1rem; font: 1rem/1.5 sans-serif; color: #111; background: #fff; max-inline-size: 60rem; }
button, input, select, textarea, .target { box-sizing: border-box; min-inline-size: 44px; min-block-size: 44px; font: inherit; }
input, select, textarea { border: 2px solid #333; background: #fff; color: #111; }
button { border: 2px solid #111; background: #eee; color: #111; padding: .5rem 1rem; }
figure { margin: 0; }
video, audio { max-inline-size: 100%; }
label { display: inline-flex; min-block-size: 44px; min-inline-size: 44px; align-items: center; gap: .5rem; }
:focus-visible { outline: 3px solid #003; outline-offset: 2px; }
"""
WORDS = "<p>Some words of a course, long enough to be read as a passage by whoever opens it.</p>"


@dataclass(frozen=True)
class Pair:
    """A fault and its absence."""

    probe: str
    """Id of the probe that has to catch it."""
    faulty: str
    sound: str = WORDS
    criterion: str = ""
    """Number that the finding names; empty for the first of the probe."""
    also: tuple[str, ...] = ()
    """Other probes that see the same fault."""
    whole: bool = False
    """Whether these are whole documents, not what stands in the main part."""

    def __str__(self) -> str:
        """A name for reports."""
        return f"{self.probe}: {' '.join(self.faulty.split())[:60]}"


def page(body: str, title: str = "A page of a course", head: str = "", lang: str = 'lang="en-GB"') -> str:
    """A sound page around a body; with another title, head or language, perhaps not."""
    return (
        f"<!DOCTYPE html><html {lang}><head><meta charset=utf-8>"
        f'<meta name="viewport" content="width=device-width">{f"<title>{title}</title>" if title else ""}'
        f"<style>{STYLE}</style>{head}</head><body>{body}</body></html>"
    )


def main(words: str) -> str:
    """The main part, with its heading."""
    return f"<main><h1>A page</h1>{words}</main>"


WIDE = "<p style='inline-size: 900px'>Words in a box that is wider than a small window is.</p>"
ROOM = "<p style='max-inline-size: 900px'>Words in a box that becomes as narrow as the window.</p>"
WIDE_TABLE = (
    "<table><tr>"
    + "<th scope=col style='min-inline-size:90px'>Head</th>" * 6
    + "</tr><tr>"
    + "<td>Cell</td>" * 6
    + "</tr></table>"
)
CUE = "%0A%0A00:00.000 --> 00:01.000%0AWords"
TRACK = (
    f"<track kind=captions srclang=en label=English src='data:text/vtt,WEBVTT{CUE}'>"
    f"<track kind=descriptions srclang=en label=English src='data:text/vtt,WEBVTT{CUE}'>"
)
FILM = "<figure aria-label=Film><video controls width=300 aria-label='A film'>%s</video>%s</figure>"
TIP = "<style>.tip { display: none } .w:hover .tip, button.w:focus .tip { display: block }</style>"
OVER = "<style>.w { position: relative } .tip { display: none; position: absolute; inset-block-start: 100%; inset-inline-start: 0; background: #fff; inline-size: 12rem; padding-block-start: 1rem } .w:not(.shut):is(:hover, :focus) .tip { display: block }</style>"
TINY = "<button style='min-inline-size:0;min-block-size:0;padding:0;inline-size:18px;block-size:18px;font-size:9px;margin:0'>Go</button>"
ARABIC = "مرحبا بكم في هذه الدورة عن العمل مع الأسر."
LEFTWARD = (
    ("ar", ARABIC), ("he", "קראו את התכנית לפני הביקור."), ("fa", "پیش از دیدار برنامه را بخوانید."), ("dv", "މަރުހަބާ އިން މި ކޯހަށް."),
    ("syr", "ܫܠܡܐ ܠܟܘܢ ܟܠܟܘܢ ܐܚܐ"), ("nqo", "ߌ ߣߌ ߛߐ߲߬ߜߐߡߊ߫ ߌ ߓߘߊ߫."), ("yi", "שלום־עליכם!"),
)  # fmt: skip
"""A passage in each of some scripts that run from right to left."""
EXPLAINED = "<span class=tip>An enquiry into harm.</span>"
RADIO = "<fieldset><legend>What?</legend><div><input type=radio name=q id=r></div><div><label for=r>My knees, and what else helps</label></div></fieldset>"
LAYER = "<button id=go aria-haspopup=dialog>Tools</button><button id=other>Other</button><div id=layer role=dialog aria-label=Tools hidden><p>Words.</p><button id=done>Close</button></div><script>const shut = () => { layer.%s = true; %s }; go.onclick = () => { layer.hidden = false; done.focus(); }; done.onclick = shut; layer.onkeydown = event => { if (event.key === 'Escape') shut() }</script>"
DRAWER = "<style></style><details id=one><summary class=target>Contents</summary><p><a href='#a' class=target>One page of the course</a></p></details><script>one.onkeydown = event => { if (event.key === 'Escape') { one.open = false; %s } }</script>"
MODAL = "<button id=go aria-haspopup=dialog>Plan</button><dialog id=layer aria-label=Plan><p>Words.</p><form method=dialog><button>Done</button></form></dialog><script>go.onclick = () => { layer.showModal(); %s }</script>"
POPOVER = "<button popovertarget=layer>More</button><div id=layer popover %s><p>Words.</p><button popovertarget=layer popovertargetaction=hide>Close</button></div>"
PAIRS = (
    # axe
    Pair("axe", "<img src='data:,' width=50 height=50>", "<img src='data:,' alt='A bridge' width=50 height=50>", "1.1.1", ("alternatives",)),
    Pair("axe", "<button></button>", "<button>Go on</button>", "4.1.2"),
    Pair("axe", "<input type=text>", "<label>Name <input type=text></label>", "4.1.2"),
    Pair("axe", "<p style='color:#999'>Pale words.</p>", "<p style='color:#333'>Dark words.</p>", "1.4.3", ("dark",)),
    Pair("axe", "<p style='color:#707070'>Rather pale words.</p>", "<p style='color:#444'>Dark words.</p>", "1.4.6", ("dark",)),
    Pair("axe", "<ul><p>Not an entry</p></ul>", "<ul><li>An entry</li></ul>", "1.3.1"),
    Pair("axe", "<div role=checkbox tabindex=0 class=target>Yes</div>", "<div role=checkbox aria-checked=false tabindex=0 class=target>Yes</div>", "4.1.2"),
    Pair("axe", "<button aria-hidden=true>Go on</button>", "<button>Go on</button>", "4.1.2"),
    Pair("axe", "<iframe srcdoc='<!DOCTYPE html><html lang=en><title>x</title><p>x</p>'></iframe>", "<iframe srcdoc='<!DOCTYPE html><html lang=en><title>x</title><p>x</p>' title='An example'></iframe>", "4.1.2"),
    Pair("axe", "<p aria-labelled=x>Words</p>", "<p>Words</p>", "4.1.2"),
    # engines that come from npm
    Pair("ibm", "<div role=toolbar><button>Bold</button><button>Thin</button></div><div role=toolbar><button>Left</button><button>Right</button></div>", "<div role=toolbar aria-label=Letters><button>Bold</button><button>Thin</button></div><div role=toolbar aria-label=Lines><button>Left</button><button>Right</button></div>"),
    Pair("ibm", "<ol role=list></ol>", "<ol role=list><li>An entry</li></ol>", "BP"),
    Pair("ibm", "<label for=nobody>Name</label>", "<label for=somebody>Name</label><input id=somebody>"),
    Pair("htmlcs", "<fieldset><label>Name <input></label></fieldset>", "<fieldset><legend>You</legend><label>Name <input></label></fieldset>"),
    # title, landmarks, headings
    Pair("title", page(main(WORDS), title=""), page(main(WORDS)), also=("axe",), whole=True),
    Pair("title", page(main(WORDS), title="Untitled"), page(main(WORDS)), whole=True),
    Pair("landmarks", page(f"<div><h1>A page</h1>{WORDS}</div>"), page(main(WORDS)), also=("axe",), whole=True),
    Pair("landmarks", page(main(WORDS) + "<main><p>More words.</p></main>"), page(main(WORDS)), also=("axe",), whole=True),
    Pair(
        "landmarks",
        "<nav><a href='#a'>One page</a></nav><nav><a href='#b'>Other page</a></nav>",
        "<nav aria-label=One><a href='#a'>One page</a></nav><nav aria-label=Two><a href='#b'>Other page</a></nav>",
        also=("axe",),
    ),
    Pair("headings", "<h1>Another page</h1>"),
    Pair("headings", "<h2>Part</h2><h4>Detail</h4>", "<h2>Part</h2><h3>Detail</h3>", "BP", ("axe",)),
    Pair("headings", "<h2><span aria-hidden=true></span></h2>", "<h2>Part</h2>", "2.4.6", ("axe",)),
    Pair("headings", page(f"<main><h2>A page</h2>{WORDS}</main>"), page(main(WORDS)), also=("axe",), whole=True),
    # languages
    Pair("page-language", page(main(WORDS), lang=""), page(main(WORDS)), also=("axe",), whole=True),
    Pair("page-language", page(main(WORDS), lang='lang="English"'), page(main(WORDS)), also=("axe", "text-language"), whole=True),
    Pair("text-language", "<p>Mae gan bawb yng Nghymru hawl i ddefnyddio’r Gymraeg yn y gwaith ac mae hynny yn bwysig i ni.</p>", "<p lang=cy>Mae gan bawb yng Nghymru hawl i ddefnyddio’r Gymraeg yn y gwaith ac mae hynny yn bwysig i ni.</p>"),
    Pair("text-language", "<p>Γεια σας, πώς είστε σήμερα;</p>", "<p lang=el>Γεια σας, πώς είστε σήμερα;</p>"),
    Pair("text-language", "<p>مرحبا بكم في هذه الدورة</p>", "<p lang=ar dir=rtl>مرحبا بكم في هذه الدورة</p>", also=("text-direction",)),
    Pair("text-language", "<p lang='b@d'>Words.</p>", "<p lang='fr'>Bonjour.</p>", also=("axe",)),
    # directions
    *(Pair("text-direction", f"<p lang={tag}>{words}</p>", f"<p lang={tag} dir={'rtl' if place % 2 else 'auto'}>{words}</p>") for place, (tag, words) in enumerate(LEFTWARD)),
    Pair("text-direction", "<p>She said: <q lang=he>שלום לכולם.</q> Then we began.</p>", "<p>She said: <q lang=he dir=rtl>שלום לכולם.</q> Then we began with <span lang=ar>السلام عليكم ورحمة الله</span>, and sat down.</p>"),
    Pair("text-direction", f"<div dir=rtl lang=ar><p>{ARABIC}</p><p lang=en>Read the plan of the team before you go.</p></div>", f"<div dir=rtl lang=ar><p>{ARABIC}</p><p lang=en dir=ltr>Read the plan of the team before you go.</p><p>اقرأ <span lang=en>SCORM 1.2</span> و <span lang=en>Moodle</span>.</p></div>"),
    Pair("text-direction", f"<ul dir=rtl lang=ar><li>{ARABIC}</li><li lang=cy>Diolch!</li></ul>", f"<ul dir=rtl lang=ar><li>{ARABIC}</li><li><bdi lang=cy>Diolch!</bdi></li><li lang=cy>Cymraeg</li></ul>"),
    Pair("text-direction", "<table><tr><th scope=col>Word</th></tr><tr><td lang=ur>کیا آپ آج آ سکتے ہیں، یا کل؟ یہ ضروری ہے.</td></tr></table>", "<table><tr><th scope=col>Word</th></tr><tr><td lang=ur>ضروری</td></tr></table><p>In Hebrew <span lang=he>שלום</span> is a greeting; in Persian <span lang=fa>سلام</span>.</p>"),
    # words of links and pictures
    Pair("link-words", "<p>To read the plan, <a href='#p'>click here</a>.</p>", "<p>Read <a href='#p'>the plan of the team</a>.</p>"),
    Pair("link-words", "<p>See <a href='#p'>https://example.org/a</a>.</p>", "<p>See <a href='#p'>the example</a>.</p>"),
    Pair("link-words", "<p>More: <a href='#p'>read more</a></p>", "<p>More: <a href='#p'>read about plans</a></p>"),
    Pair("alternatives", "<img alt='IMG_2034.jpg' src='data:,' width=9 height=9>", "<img alt='A bridge in Leeds' src='data:,' width=9 height=9>"),
    Pair("alternatives", "<img alt='image' src='data:,' width=9 height=9>", "<img alt='' src='data:,' width=9 height=9>"),
    Pair("no-access-keys", "<button accesskey=s>Save it</button>", "<button>Save it</button>"),
    # films
    Pair("captions", FILM % ("", "<p>Transcript: words.</p>"), FILM % (TRACK, "<p>Transcript: words.</p>"), also=("axe", "description")),
    Pair("captions", FILM % (TRACK.replace("WEBVTT", "WRONG"), "<p>Transcript</p>"), FILM % (TRACK, "<p>Transcript</p>")),
    Pair("captions", FILM % (TRACK.replace(CUE, ""), "<p>Transcript</p>"), FILM % (TRACK, "<p>Transcript</p>")),
    Pair("transcript", FILM % (TRACK, ""), FILM % (TRACK, "<details><summary class=target>Transcript</summary><p>Words.</p></details>"), "1.2.3"),
    Pair("transcript", "<figure aria-label=Sound><audio controls src='data:,'></audio></figure>", "<figure aria-label=Sound><audio controls src='data:,'></audio><p>Transcript: words.</p></figure>", "1.2.1", ("axe",)),
    # A page of ours, in whatever language, which may be without the transcript that it names.
    Pair("transcript", "<figure data-film=a aria-label=Sound><audio controls src='data:,'></audio><p>Or read its transcript.</p></figure>", "<figure data-film=a aria-label=Sound><audio controls src='data:,'></audio><div lang=ar dir=rtl data-film-transcript>كلام</div></figure>", "1.2.1", ("axe",)),
    Pair("transcript", "<figure aria-label=Sound><audio controls src='data:,'></audio></figure>", "<figure aria-label=Sound><audio controls src='data:,'></audio><p lang=de>Transkript: Worte.</p></figure>", "1.2.1", ("axe",)),
    Pair("description", FILM % (TRACK.split("<track kind=descriptions")[0], "<p>Transcript</p>"), FILM % (TRACK, "<p>Transcript</p>"), also=("axe",)),
    Pair("plays-on-request", (FILM % (TRACK, "<p>Transcript</p>")).replace("controls", "controls autoplay"), FILM % (TRACK, "<p>Transcript</p>"), also=("axe", "motion")),
    Pair("plays-on-request", (FILM % (TRACK, "<p>Transcript</p>")).replace("controls", ""), FILM % (TRACK, "<p>Transcript</p>"), "2.2.2", ("axe",)),
    # looks
    Pair("reflow", WIDE, ROOM, also=("low-window", "large-text")),
    Pair("reflow", "<p style='white-space: nowrap'>" + "Words that never break. " * 4 + "</p>", "<p>" + "Words that break. " * 4 + "</p>", also=("large-text",)),
    Pair("reflow", WIDE_TABLE, "<div tabindex=0 role=region aria-label=Table style='overflow:auto'>" + WIDE_TABLE + "</div>"),
    Pair("low-window", "<div style='position:fixed;inset:0 0 auto 0;block-size:200px;background:#fff'><p>Always here.</p></div>" + WORDS * 30, WORDS * 30, also=("orientation", "reflow", "large-text", "text-spacing", "keyboard-walk", "axe", "dark")),
    Pair("large-text", "<div style='block-size:5rem;max-inline-size:60rem;overflow:hidden;font-size:1rem'><div style='block-size:60px;overflow:hidden'><p style='margin:0'>One line of words.<br>And another line of words.</p></div></div>", "<div><p style='margin:0'>One line of words.<br>And another line of words.</p></div>"),
    Pair("large-text", "<div style='block-size:30px;overflow:hidden'><span>Words in a low box.</span></div>", "<div style='min-block-size:30px'><span>Words in a low box.</span></div>"),
    Pair("text-spacing", "<div style='inline-size:9.2em;overflow:hidden;white-space:nowrap'>Words in a narrow</div>", "<div style='inline-size:9em'>Words in a narrow</div>"),
    Pair("text-spacing", "<div style='block-size:1.55rem;line-height:1;overflow:hidden'>Short words <br>here</div>", "<div style='line-height:1.2'>Short words <br>here</div>", also=("large-text", "reflow")),
    Pair("orientation", page("<style>@media (orientation: portrait) { main { display: none; } }</style>" + main(WORDS * 3) + "<p>Turn your device.</p>"), page(main(WORDS * 3)), also=("axe", "reflow", "low-window"), whole=True),
    Pair("targets", "<button style='min-inline-size:0;min-block-size:0;padding:0;inline-size:18px;block-size:18px;font-size:9px'>Go</button>", "<button>Go</button>", also=("axe",)),
    Pair("targets", "<p>See <a href='#x'>1</a>,<a href='#x'>2</a>.</p>", "<p>Words and words, <a href='#x'>a<br>key</a>, and <a href='#x'>b</a>.</p>"),
    Pair("targets", "<button style='min-block-size:30px;padding:0'>Go on</button>", "<button>Go on</button>", "2.5.5"),
    Pair("targets", "<button style='min-inline-size:30px;inline-size:30px;padding:0'>›</button>", "<button>Go</button>", "2.5.5"),
    Pair("forced-colours", "<p style='forced-color-adjust:none;color:#bbb;background:#ccc'>Words that keep their colours.</p>", "<p>Words.</p>", also=("axe", "dark")),
    Pair("forced-colours", "<button aria-label=Close style='border:0;background:#036'></button>", "<button aria-label=Close>×</button>"),
    Pair("dark", "<style>@media (prefers-color-scheme: dark) { body { background:#111; color:#444; } }</style><p>Words.</p>", "<style>@media (prefers-color-scheme: dark) { body { background:#111; color:#eee; } }</style><p>Words.</p>"),
    Pair("dark", "<style>@media (prefers-color-scheme: dark) { input { border-color:#ddd !important; } }</style><label>Name <input></label>", "<label>Name <input></label>", "1.4.11"),
    Pair("themes", "<style>:root[data-theme=warm] p { color:#bbb }</style><p>Words.</p>", "<style>:root[data-theme=warm] p { color:#422 }</style><p>Words.</p>"),
    Pair("themes", "<style>@media screen { html[data-theme=night] body { background:#222 } html[data-theme=night] p, html[data-theme=night] h1 { color:#999 } }</style><p>Words.</p>", "<style>@media screen { html[data-theme=night] body { background:#222 } html[data-theme=night] p, html[data-theme=night] h1 { color:#eee } }</style><p>Words.</p>", "1.4.6"),
    Pair("themes", "<style>:root[data-theme=contrast] input { border-color:#ddd }</style><label>Name <input></label>", "<style>:root[data-theme=contrast] input { border-color:#000 }</style><label>Name <input></label>", "1.4.11"),
    Pair("edges", "<label>Name <input style='border:1px solid #ddd'></label>", "<label>Name <input style='border:1px solid #555'></label>", also=("dark",)),
    Pair("edges", "<label>Words <textarea style='border:0;background:#f4f4f4'></textarea></label>", "<label>Words <textarea></textarea></label>", also=("dark", "forced-colours")),
    Pair("motion", "<style>@keyframes go { to { margin-inline-start: 50px } } .m { animation: go 2s infinite }</style><p class=m>Words.</p>", "<p>Words.</p>", "2.2.2"),
    Pair("motion", "<style>@keyframes go { to { opacity: .9 } } .m { animation: go 900s }</style><p class=m>Words.</p>", "<style>@keyframes go { to { opacity: .9 } } @media (prefers-reduced-motion: no-preference) { .m { animation: go 90s } }</style><p class=m>Words.</p>"),
    Pair("motion", "<marquee>Words that run.</marquee>", "<p>Words.</p>", "2.2.2", ("axe", "reflow", "low-window", "large-text", "text-spacing")),
    # keyboard
    Pair("keyboard-walk", "<button id=a>One</button><button id=b onfocus='document.getElementById(\"a\").focus()'>Two</button>", "<button>One</button><button>Two</button>", "2.1.2", ("focus-visible",)),
    Pair("keyboard-walk", "<button>One</button><button tabindex=3>Two</button><button>Three</button>", "<button>One</button><button>Two</button><button>Three</button>", "2.4.3", ("axe",)),
    Pair("keyboard-walk", "<button onkeydown='if (event.key === \"Tab\") event.preventDefault()'>One</button><button>Two</button>", "<button>One</button><button>Two</button>", "2.1.2"),
    Pair("keyboard-walk", "<button onfocus='location.hash = \"x\" + Math.random()'>One</button>", "<button>One</button>", "3.2.1"),
    Pair("keyboard-walk", "<div style='position:relative'><button>Covered</button><div style='position:absolute;inset:-10px;background:#fff'>Over it</div></div>", "<button>Free</button>", "2.4.11", ("reflow", "large-text", "text-spacing", "low-window", "focus-visible", "targets")),
    Pair("focus-visible", "<style>button:focus-visible { outline: none }</style><button>One</button>", "<button>One</button>"),
    Pair("focus-visible", "<style>button:focus-visible { outline: 2px solid #aaa }</style><button>One</button>", "<button>One</button>", "1.4.11"),
    Pair("focus-visible", "<style>button:focus-visible { outline: none; border-bottom-color: #fff }</style><button>One button</button>", "<button>One button</button>", "2.4.13"),
    Pair("focus-visible", f"<style>input:focus-visible {{ outline: none }}</style>{RADIO}", RADIO),
    # layers
    Pair("focus-back", LAYER % ("hidden", ""), LAYER % ("hidden", "go.focus();")),
    Pair("focus-back", (LAYER % ("hidden", "go.focus();")).replace("'Escape') shut()", "'Escape') { shut(); document.activeElement.blur(); }"), LAYER % ("hidden", "go.focus();")),
    Pair("focus-back", LAYER % ("hidden", "document.querySelector('#other').focus();"), LAYER % ("hidden", "go.focus();"), "BP"),
    Pair("focus-back", DRAWER % "", DRAWER % "one.querySelector('summary').focus();"),
    Pair("focus-back", DRAWER.replace("<style>", "<style>@media (width > 700px) { summary { display: none } }") % "", DRAWER.replace("<style>", "<style>@media (width > 700px) { summary { display: none } }") % "one.querySelector('summary').focus();"),
    Pair("focus-back", MODAL % "go.remove();", MODAL % ""),
    Pair("focus-back", POPOVER % "onbeforetoggle='setTimeout(() => document.activeElement.blur())'", POPOVER % ""),
    # hands
    Pair("hover", f"{TIP}<p class=w>Section 47 {EXPLAINED}</p>{WORDS}", f"{TIP}<button class=w>Section 47 {EXPLAINED}</button>{WORDS}"),
    Pair("hover", "<p onmouseenter='more.hidden = false' onmouseleave='more.hidden = true'>Section 47</p><p id=more hidden>An enquiry.</p>", "<details><summary class=target>Section 47</summary><p>An enquiry.</p></details>"),
    Pair("hover", "<style>[data-tip]:hover::after { content: attr(data-tip) }</style><p><span data-tip='An enquiry'>Section 47</span></p>", "<style>p:hover { color: #003; transform: none }</style><p>Section 47: an enquiry</p>"),
    Pair("hover", "<p id=p>Section 47</p><p id=more hidden>An enquiry.</p><script>p.addEventListener('pointerover', () => { more.hidden = false })</script>", "<button id=p>Section 47</button><p id=more hidden>An enquiry.</p><script>for (const name of ['pointerover', 'focus']) p.addEventListener(name, () => { more.hidden = false }); for (const name of ['pointerleave', 'blur']) p.addEventListener(name, () => { more.hidden = true })</script>"),
    Pair("hover", f"{OVER}<button class=w>Section 47 {EXPLAINED}</button>{WORDS}", f"{OVER}<button class=w>Section 47 {EXPLAINED}</button>{WORDS}<script>addEventListener('keydown', event => {{ if (event.key === 'Escape') document.querySelector('.w').classList.add('shut') }}); document.querySelector('.w').addEventListener('pointerleave', event => event.target.classList.remove('shut'))</script>", "1.4.13"),
    Pair("hover", f"{TIP}{WORDS * 20}<p class=w>Section 47 {EXPLAINED}</p>{WORDS * 20}", f"{TIP}{WORDS * 20}<button class=w>Section 47 {EXPLAINED}</button>{WORDS * 20}"),
    Pair("single-keys", "<p id=said>Words</p><script>addEventListener('keydown', event => { if (event.key === 'n') said.textContent += ' more' })</script>", "<p id=said>Words</p><script>addEventListener('keydown', event => { if (event.key === 'n' && event.ctrlKey) said.textContent += ' more' })</script>"),
    Pair("single-keys", "<button id=b>Go on</button><script>b.addEventListener('keypress', event => { if (event.key === '1') b.toggleAttribute('data-on') })</script>", "<label>Name <input id=b></label><script>b.addEventListener('keypress', event => { if (event.key === '1') b.toggleAttribute('data-on') })</script>"),
    Pair("single-keys", "<script>addEventListener('keyup', event => { if (event.key === '/') location.hash = Math.random() })</script><p>Words</p>", "<p>Words</p>"),
    Pair("single-keys", "<p>Words</p><script>addEventListener('keydown', event => { if (event.key === 'f') document.documentElement.requestFullscreen().catch(() => 0) })</script>"),
    Pair("single-keys", "<p>Words</p><script>addEventListener('keydown', event => { if (event.key === 's') open('about:blank') })</script>"),
    # what other tools do and may
    Pair("targets", f"<p>{TINY} {TINY}</p>", "<p style='all:revert'><input style='all:revert' aria-label=One></p>", also=("focus-visible", "forced-colours")),
    Pair("orientation", page("<style>@media (orientation: portrait) { main { display: none; } }</style>" + main("<p>A few words.</p>") + f"<footer>{WORDS * 3}</footer>"), page(main("<p>A few words.</p>") + f"<footer>{WORDS * 3}</footer>"), also=("axe", "reflow", "low-window"), whole=True),
    Pair("orientation", page("<style>@media (orientation: landscape) { main > p { display: none; } }</style>" + main(WORDS * 3)), page("<style>@media (width < 700px) { p { display: none; } }</style>" + main("<div>One</div>" + WORDS * 3)), whole=True),
    Pair("reflow", "<div style='inline-size:100px;overflow:hidden'><p style='inline-size:200px'>Words that are cut off in the middle.</p></div>", f"<div style='inline-size:0;overflow:hidden'><p style='inline-size:200px'>Words of a panel that is shut.</p></div>{WORDS}", also=("large-text", "text-spacing")),
    Pair("reflow", "<div style='overflow:hidden'><div style='position:relative;inset-inline-start:400px'>Words that lie beside the window.</div></div>", f"<div style='overflow:hidden'><div style='transform:translateX(110vw)'>Words of a drawer that is shut.</div></div><div style='position:fixed;inset-block-start:0;left:100vw'>Words of another.</div>{WORDS}", also=("large-text", "text-spacing", "axe")),
    Pair("text-spacing", "<div style='overflow:hidden;margin-inline-start:900px;position:relative'><p style='position:absolute;left:-600px'>Words that are cut off.</p>Words.</div>", f"<div style='overflow:hidden;margin-inline-start:200px;min-block-size:20rem'><p style='position:absolute;left:20px;max-inline-size:120px'>Words that are not.</p>Words.</div>{WORDS}", also=("reflow", "large-text", "orientation", "axe", "low-window")),
    Pair("keyboard-walk", "<div style='position:relative'><button>A button that is rather long</button><div style='position:absolute;inset:0 auto 0 0;inline-size:40px;background:#fff'>Over</div></div>", "<style>.r { position: absolute; opacity: 0 } .d { position: relative; z-index: 1; inline-size: 44px; block-size: 44px; border: 2px solid #111; background: #fff } .r:focus + .d { outline: 3px solid #003 }</style><label><input type=checkbox class=r><span class=d></span> Yes</label>", "2.4.12", ("reflow", "large-text", "text-spacing", "low-window", "focus-visible", "targets", "axe", "dark")),
    Pair("edges", "<label>Name <input style='border:1px solid transparent;box-shadow:inset 0 0 0 1px rgb(0 0 0 / 20%)'></label>", "<label>Name <input style='border:1px solid transparent;box-shadow:inset 0 0 0 1px rgb(0 0 0 / 70%), 0 4px 9px #eee'></label>", also=("dark", "forced-colours")),
)  # fmt: skip
"""Each is looked at with every probe of pages."""

BY_DAY = ("focus-visible", "reflow")
"""Probes whose first pair is tried every day."""
