"""A course with every part of a page but the questions, of which `tests/question_states` has one, in each theme."""

import shutil
from pathlib import Path

from builder.authoring.examples import read_examples
from builder.authoring.new import THEMES, Wishes, start_course
from builder.pipeline import build
from builder.render.assets.theme_styles import theme_rules
from builder.render.page.environment import templates_folder
from tests.conftest import ROOT

LOOKS = ("default", *THEMES)
"""Our own look, and the example themes."""

SETTINGS = """id: gallery
title: What helps innovation flourish in children’s social care?
language: en-GB
summary: How social care and other agencies work together when a child may be at risk outside the home.
time: 45 minutes
publisher: The Ideas Team
rights: © 2026 The Ideas Team
completion: pass-mark
pass-mark: 80
record: social-work-england
standards:
  PCF: [Knowledge, Contexts and organisations]
people:
  - id: sam
    name: Sam Example
    role: Practice lead
    about: Sam has worked with young people for ten years.
"""

PICTURE = "cover:\n  picture: images/stages.jpg\n  picture-text: The first slide of a film\n"
"""In one of the looks the cover has a picture."""

PROSE = """---
title: A page of text, and what it may hold
summary: One sentence under the title, which may well run on to a second line in a small frame.
presenters: [sam]
---

What we call *innovation* is often **a small change** that somebody dared to make.[^1] Read [what helps](https://www.example.org/)
before you go on. A safety plan says who does what.

[^1]: A note at the foot of the page.

## A list, a table and a quotation

- One thing
- Another, which is a little longer than the first and runs on to a second line

Table: Who does what

| Who | What | By when |
| --- | --- | --: |
| Social worker | Speaks with the family | 3 days |
| Team manager | Agrees the plan | 10 days |

> We asked the young people twice. The second time we listened.

![A team around a table](images/team.png "The team in spring")

Description: Five people sit around a table.

### A smaller heading

1. First
2. Then
"""

BLOCKS = """---
title: Boxes, and parts that open
---

> [!NOTE]
> Ring the family first.

> [!TIP]
> Take a colleague along.

> [!IMPORTANT] What must never be left out
> The address, and who is at home.

> [!WARNING]
> Never go alone at night.

> [!CAUTION]- When it goes wrong
> Leave, and ring your manager.

<details>
<summary>More on this</summary>

Give O~2~ to 20 m^2^ of it, ==mark this==, and $\\frac{a+b}{2} \\le x^2$.

</details>

> We asked the young people twice.
>
> Source: A practice lead, 2024

```python
# Say hello
def greet(name):
    return "Hello " + name * 2
```

$$
\\text{dose} = \\sum_{i=1}^{n} \\frac{w_i}{2}
$$

## Picture: What to look for {#look-for}

![A team around a table](images/stages.jpg "The room")

1. **The door** (10, 60): Does it open freely?
2. **The table** (50, 70): Who sits where?
3. **The window** (90, 20): Is it safe for a child?

## File: The team {#the-team}

[A picture of the team](images/team.png)

To put up in your room.

"""

FILM = """---
title: A page with a film
---

## Watch: Six stages {#the-film}

[Six stages](media/stages-of-innovation.mp4)
- captions: media/stages-of-innovation.en.vtt
- chapters: media/stages-of-innovation.chapters.vtt
- descriptions: not needed (everything on the slides is read aloud)
- poster: media/stages-of-innovation.jpg

"""

TEST = """---
title: A test that is handed in
feedback: at-the-end
---

## Quiz: What comes first? {#test-first}

- [x] Listening
- [ ] Deciding

## Quiz: What comes last? {#test-last}

- [ ] Listening
- [x] Looking back
"""

STAGES = """## Stages: From an idea to everyday work

1. Mobilising
   Somebody sees that things must change.
2. Designing
3. Developing
4. Integrating
   It becomes a part of what everybody does.
5. Growing
6. Wider change
"""

GLOSSARY = """Words of this course.

Safety plan
: What is agreed to keep a child safe.
"""


def write_course(folder: Path, look: str) -> None:
    """Write it, with the settings and files of a theme."""
    if look != "default":
        start_course(folder, Wishes("Gallery", theme=look))
        theme = (folder / "course.yml").read_text(encoding="utf-8").partition("\ntheme:")[2]
        (folder / "01-welcome.md").unlink()
    folder.mkdir(exist_ok=True)
    shutil.copytree(ROOT / "tests" / "courses" / "base" / "images", folder / "images")
    (folder / "media").mkdir()
    shutil.copy(ROOT / "course" / "media" / "stages-of-innovation.jpg", folder / "images" / "stages.jpg")
    for path in (ROOT / "course" / "media").glob("stages-of-innovation.*"):
        shutil.copy(path, folder / "media")
    reflect = next(example.text for example in read_examples() if example.kind.component == "reflect")
    for name, text in {
        "course.yml": SETTINGS
        + (PICTURE if look == "university" else "")
        + ("" if look == "default" else f"theme:{theme}"),
        "glossary.md": GLOSSARY,
        "01-text.md": PROSE,
        "02-film.md": FILM + STAGES,
        "03-test.md": TEST,
        "05-blocks.md": BLOCKS + "\n".join(e.text for e in read_examples() if e.kind.only_if_shown or e.kind.runs_on),
        "04-write.md": f"---\ntitle: A page to write on\n---\n\n{reflect}",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def build_course(folder: Path, look: str) -> str:
    """Build it in a look; gives the address of its page."""
    write_course(folder / look, look)
    outcome = build(folder / look, folder / "dist" / look, ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return outcome.written[0].as_uri()


def add_sheets(page: Path, folder: Path) -> None:
    """Put the sheet of each look beside a page whose markup is that of a course without a theme: `look-council.css`."""
    sheet = page.with_name("satchel.css").read_text(encoding="utf-8")
    for look in LOOKS:
        own = ""
        if look != "default":
            start_course(folder / look, Wishes("Gallery", theme=look))
            theme = build(folder / look, folder / "dist" / look, ["web"]).course.theme
            assert theme
            own = theme_rules(templates_folder(), theme)
        page.with_name(f"look-{look}.css").write_text(sheet + own, encoding="utf-8")
