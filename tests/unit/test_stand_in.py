"""A stand-in film says what its module says, shows what it says, and is captioned exactly."""

import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib import import_module, metadata
from itertools import pairwise
from pathlib import Path

import pytest

from builder import errors, programs
from builder.errors import BuilderError, MissingTool
from builder.kinds import KINDS
from builder.kinds.quiz import QUIZ
from builder.model.assessment import AssessmentItem, ChoiceInteraction, SimpleChoice
from builder.model.blocks import Block, Part, Parts, Prose, Stage, Stages, Watch
from builder.model.content import (
    Emphasis,
    Fragment,
    Link,
    NoteReference,
    Paragraph,
    Text,
    TextBlock,
    TextBlocks,
    TightText,
)
from builder.model.course import Module
from builder.model.diagnostics import Span
from builder.model.media import Asset, Cue
from builder.read import read_course
from builder.stand_in import film, slides
from builder.stand_in.captions import caption_texts, share, too_fast, webvtt
from builder.stand_in.narration import Speech, silence
from builder.stand_in.script import Script, Slide, sentences, write_script
from tests.conftest import COURSE, ROOT
from tests.unit.content_factory import bullets, fragment, heading, paragraphs

HERE = Span("01-module.md")

LONG = (
    "Julie Temperley shares developing findings about innovation, based on interviews with twenty people who "
    "have been leaders and evaluators of innovation in children\u2019s social care and in public services."
)
SENTENCES = (
    LONG,
    "Why?",
    "These processes: prioritise partnership and are participation based, including with children and young "
    "people; shift and disrupt power dynamics in the system; promote learning and reflexivity.",
    "Stages of innovation: Mobilising; Designing; Developing; Integrating; Growing; System change.",
    "a " * 200,
    "extraordinarily multidisciplinary organisational transformations " * 9,
)


def text(words: str) -> Fragment:
    """A fragment of plain words."""
    return fragment(words)


def prose(*content: TextBlock) -> Prose:
    """A block of prose."""
    return Prose(content, HERE)


def watch(original: str = "7 minutes", below: TextBlocks = ()) -> Watch:
    """A film block with nothing but the length of the original and prose below its keys."""
    return Watch(
        id="watch",
        title=text("The film"),
        media=Asset("media/film.mp4", "media/film.mp4", 1),
        link_text="The film",
        prose=below,
        captions=(),
        chapters=None,
        descriptions=None,
        described_because="",
        described=None,
        sign=None,
        poster=None,
        transcript=(),
        original=original,
        watched=None,
        span=HERE,
    )


def stages(*names: str, before: TextBlocks = (), after: TextBlocks = ()) -> Stages:
    """A block of stages."""
    listed = tuple(Stage(name.lower(), text(name), ()) for name in names)
    return Stages("stages", text("The stages"), before, listed, after, HERE)


def module(*blocks: Block, title: str = "What helps?", summary: str = "A summary of it.") -> Module:
    """A module of blocks."""
    return Module(
        id="module",
        title=title,
        summary=summary,
        presenters=(),
        language="",
        blocks=blocks,
        notes=(),
        span=HERE,
    )


def middle(*blocks: Block) -> list[tuple[str, tuple[str, ...]]]:
    """Heading and points of every slide between the title and the last."""
    return [(slide.heading, slide.points) for slide in write_script(module(*blocks)).slides[1:-1]]


def words(*texts: str) -> list[str]:
    """Words without the stops and capitals."""
    return re.findall(r"[\w\u2019'-]+", " ".join(texts))


def test_the_first_slide_is_the_title_and_the_summary() -> None:
    """A learner first sees and hears which module this is."""
    script = write_script(module(title="What helps?", summary="It is this. And that."))
    assert script.title == "What helps?"
    assert script.slides[0] == Slide(
        "What helps?", ("It is this. And that.",), ("What helps?", "It is this.", "And that.")
    )


def test_a_module_without_a_summary_has_a_title_alone() -> None:
    """No empty paragraph is shown or spoken."""
    assert write_script(module(title="Growing", summary="")).slides[0] == Slide("Growing", (), ("Growing.",))


def test_the_last_slide_says_that_this_is_a_stand_in_and_how_long_the_original_is() -> None:
    """Nobody takes it for the real film."""
    last = write_script(module(watch(original="15 minutes"))).slides[-1]
    assert last.heading == "This is a stand-in."
    assert last.points == ("The original film is 15 minutes long and belongs here.",)
    assert last.narration == (last.heading, *last.points)


def test_no_length_is_invented_when_the_module_gives_none() -> None:
    """Without `original` the last slide names no minutes."""
    script = write_script(module(watch(original="")))
    assert script.original == ""
    assert script.slides[-1].points == ("The original film belongs here.",)


def test_a_sentence_that_leads_to_a_list_heads_its_slide() -> None:
    """Only the last sentence of the paragraph leads; the numbers of footnotes are not read out."""
    leading = Paragraph(
        (Text("She speaks of processes. These processes"), NoteReference(1, "module", first=True), Text(":"))
    )
    second = (Paragraph((Text("promote\n"), Emphasis((Text("learn"),)), Text("ing"))),)
    assert middle(prose(leading, bullets("share power", second))) == [
        ("These processes:", ("share power", "promote learning"))
    ]


def test_a_heading_above_a_list_heads_its_slide() -> None:
    """Two headings with a list each make two slides, in order."""
    numbered = replace(bullets("culture"), ordered=True)
    content = (heading(2, "Barriers"), bullets("the economy"), heading(3, "Enablers"), *paragraphs("Some."), numbered)
    assert middle(prose(*content)) == [("Barriers", ("the economy",)), ("Enablers", ("culture",))]


def test_a_list_without_lead_or_heading_stands_under_the_title() -> None:
    """A slide always says what its points belong to."""
    assert middle(prose(bullets("culture"))) == [("What helps?", ("culture",))]


def test_a_list_in_a_list_follows_its_own_point() -> None:
    """Nothing inside a point is lost, and no point is shown twice."""
    first = (TightText((Text("Local enablers"),)), bullets("culture", "local resource"))
    assert middle(prose(bullets(first, "the economy"))) == [
        ("What helps?", ("Local enablers: culture; local resource", "the economy")),
    ]


def test_prose_below_a_film_counts_as_prose_of_the_module() -> None:
    """An author's list right under `Watch` is in the film."""
    assert middle(watch(below=(*paragraphs("These:"), bullets("one", "two")))) == [("These:", ("one", "two"))]


def test_stages_are_named_in_order_and_the_sentence_after_them_is_said() -> None:
    """The sentence has a slide of its own; one with a link is left out, a film cannot be clicked."""
    linked = Paragraph((Text("A "), Link("https://example.org", (Text("picture"),), new_tab=True), Text(" is there.")))
    after = (*paragraphs("These could support review."), linked)
    assert middle(stages("Mobilising", "Designing", after=after)) == [
        ("The stages", ("Mobilising", "Designing")),
        ("These could support review.", ()),
    ]


def test_questions_are_not_in_the_film() -> None:
    """A film must not give the answers away."""
    choice = ChoiceInteraction((SimpleChoice("a", text("Speed"), correct=True),), multiple=False)
    question = AssessmentItem("q", QUIZ, text("Which?"), (bullets("hint"),), choice, (), HERE)
    assert middle(question) == []


def test_six_points_stand_together_and_seven_go_to_two_slides_under_the_same_heading() -> None:
    """The six stages are seen at once; a longer list is shared out evenly, in order, whole."""
    names = tuple(f"Stage {number}" for number in range(1, 8))
    assert middle(stages(*names[:6])) == [("The stages", names[:6])]
    assert middle(stages(*names)) == [("The stages", names[:4]), ("The stages", names[4:])]


def test_long_points_are_never_cut_short() -> None:
    """Every word of a very long list is shown, in order, and no slide holds more than can be read."""
    points = [LONG, LONG * 4, "short", *[f"{LONG} {number}" for number in range(5)]]
    shown = middle(prose(bullets(*points)))
    assert words(*(point for _, share in shown for point in share)) == words(*points)
    assert all(sum(map(len, share)) <= 8 * 52 for _, share in shown)


@pytest.mark.parametrize(
    "content",
    [
        (*paragraphs("These:"), bullets("share power;", "promote learning.")),
        (heading(2, "Enablers"), bullets("Is it culture?", "It is. It was.")),
        (heading(2, "Does it?"), bullets("culture", "Growth. And change")),
        (bullets(LONG * 5),),
    ],
)
def test_narration_is_exactly_the_words_shown(content: TextBlocks) -> None:
    """Who listens and who looks get the same; only the stops between the words differ."""
    for slide in write_script(module(prose(*content), stages("Growing", "System change"))).slides:
        assert words(*slide.narration) == words(slide.heading, *slide.points)
        assert all(sentence[-1] in ".!?:;" for sentence in slide.narration)


def test_a_list_is_read_out_as_one_sentence() -> None:
    """So that the voice keeps its melody and the transcript reads as a text."""
    slide = write_script(module(stages("Mobilising", "Designing", "System change"))).slides[1]
    assert slide.narration == ("The stages: Mobilising; Designing; System change.",)


def test_sentences_joined_are_the_text_again() -> None:
    """Nothing is lost between two sentences, and none ends inside a number or before a small letter."""
    whole = "It grew by 2.5 per cent. Why? “People” came, e.g. from far away!"
    assert sentences(whole) == ("It grew by 2.5 per cent.", "Why?", "“People” came, e.g. from far away!")
    assert " ".join(sentences(whole)) == whole


@pytest.mark.parametrize("sentence", SENTENCES)
def test_captions_have_at_most_two_lines_of_42_characters_and_every_word(sentence: str) -> None:
    """A caption can be read at a glance, and says exactly what is said."""
    texts = caption_texts(sentence)
    assert " ".join(texts).split() == sentence.split()
    for shown in texts:
        lines = shown.split("\n")
        assert len(lines) <= 2
        assert all(0 < len(line) <= 42 for line in lines)


def test_captions_are_cut_at_clauses() -> None:
    """A cue ends where the speaker pauses."""
    assert caption_texts(SENTENCES[2]) == (
        "These processes: prioritise partnership\nand are participation based,",
        "including with children and young people;",
        "shift and disrupt power dynamics in the\nsystem; promote learning and reflexivity.",
    )


def test_a_word_longer_than_a_line_stays_whole() -> None:
    """Cutting it would put a space into it."""
    assert caption_texts(f"See {'x' * 50} there.") == ("See", "x" * 50, "there.")


def test_cues_share_a_sentence_without_gap_from_its_beginning_to_its_end() -> None:
    """The first cue begins and the last ends exactly with the sentence; each is as long as its weight."""
    assert share(1.0, 5.0, ("a", "b"), [3, 1]) == (Cue(1.0, 4.0, "a"), Cue(4.0, 5.0, "b"))


def test_a_cue_of_more_than_twenty_characters_a_second_is_too_fast() -> None:
    """Twenty is the most that is comfortably read."""
    assert not too_fast(Cue(1.0, 2.0, "x" * 20))
    assert too_fast(Cue(1.0, 2.0, "x" * 21))


def test_webvtt_is_written_as_the_standard_says() -> None:
    """Header, LF line ends, three digits, hours; `&`, `<` and `>` escaped."""
    cues = (Cue(0.7, 59.9996, "capability\n& <capacity>"), Cue(3661.5, 3662.0, "later"))
    assert webvtt(cues) == (
        "WEBVTT\n"
        "\n00:00:00.700 --> 00:01:00.000\ncapability\n&amp; &lt;capacity&gt;\n"
        "\n01:01:01.500 --> 01:01:02.000\nlater\n"
    )


def test_a_list_in_a_named_part_is_a_slide() -> None:
    """Under the name of its part, as `Layers` and `Cards` have them."""
    parts = tuple(
        Part(name.lower(), text(name), (bullets(*points),))
        for name, points in (("Context", ("policy", "the economy")), ("Enablers", ("culture", "capacity")))
    )
    block = Parts("layers", "both", text("What helps, and what does not"), (), parts, HERE)
    assert middle(block) == [("Context", ("policy", "the economy")), ("Enablers", ("culture", "capacity"))]


def test_chapters_cover_the_film_and_none_is_repeated() -> None:
    """A heading that goes on over two slides, or a lone sentence, opens no chapter of its own."""
    shown = [
        Slide("What helps?", (), ()),
        Slide("These:", ("one",), ()),
        Slide("These:", ("two",), ()),
        Slide("A lone sentence.", (), ()),
        Slide("This is a stand-in.", ("It is.",), ()),
    ]
    assert film.chapters(list(zip(shown, (0.0, 1.0, 2.0, 3.0, 4.0), strict=True)), 5.0) == (
        Cue(0.0, 1.0, "What helps?"),
        Cue(1.0, 4.0, "These"),
        Cue(4.0, 5.0, "This is a stand-in"),
    )


def test_descriptions_say_what_each_slide_shows_beside_its_words() -> None:
    """Every slide has one, from its first moment to that of the next."""
    shown = [
        Slide("What helps?", ("It is this.",), ()),
        Slide("These:", ("one", "two", "three"), ()),
        Slide("A lone sentence.", (), ()),
        Slide("This is a stand-in.", ("It is.",), ()),
    ]
    told = film.descriptions(list(zip(shown, (0.0, 1.0, 2.0, 3.0), strict=True)), 4.0)
    assert [(cue.start, cue.end) for cue in told] == [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)]
    assert slides.LABEL in told[0].text and "three points" in told[1].text
    assert "one sentence" in told[2].text and "last slide" in told[3].text


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [slides.INK, slides.QUIET, slides.ACCENT])
def test_all_text_on_a_slide_has_a_contrast_of_seven_to_one(colour: str) -> None:
    """WCAG 1.4.6 for the label, the heading and the points."""
    assert (luminance(colour) + 0.05) / (luminance(slides.PAPER) + 0.05) >= 7


def missing(*_: object) -> None:
    """Finds nothing."""


def failing(name: str) -> object:
    """Imports nothing."""
    raise ImportError(name)


def test_a_missing_tool_is_named_with_its_debian_package_and_our_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error says what to type."""
    monkeypatch.setattr(programs, "which", missing)
    monkeypatch.setattr(programs, "import_module", failing)
    for tool, package, need in (
        ("ffmpeg", "ffmpeg", programs.ffmpeg),
        ("espeak-ng", "espeak-ng", programs.espeak_ng),
        ("Pillow", "python3-pil", programs.need_pillow),
    ):
        with pytest.raises(MissingTool) as fault:
            need()
        assert str(fault.value).startswith(f"{tool} is not installed.")
        assert f"apt install {package}." in str(fault.value)
        assert f'-m pip install -e "{ROOT}[media]"' in str(fault.value)


@pytest.mark.parametrize("extra", ["media", "preview"])
def test_outside_a_checkout_the_libraries_themselves_are_named(monkeypatch: pytest.MonkeyPatch, extra: str) -> None:
    """Satchel is no package of PyPI; its extras are made of such."""
    monkeypatch.setattr(errors, "_CHECKOUT", ROOT / "dist")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"][extra]
    command = shlex.split(errors.how_to_install(extra))
    assert command[1:4] == ["-m", "pip", "install"] and sorted(command[4:]) == sorted(wanted)
    monkeypatch.setattr(metadata, "requires", unknown)
    assert errors.how_to_install(extra).endswith(f'"PATH-TO-THE-WHEEL[{extra}]"')


def unknown(name: str) -> None:
    """What the library says of a package that was copied, not installed."""
    raise metadata.PackageNotFoundError(name)


def test_the_ffmpeg_of_our_extra_serves_when_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """imageio-ffmpeg brings a program of its own."""

    class Extra:
        @staticmethod
        def get_ffmpeg_exe() -> str:
            return "ffmpeg-of-the-extra"

    monkeypatch.setattr(programs, "which", missing)
    monkeypatch.setattr(programs, "import_module", lambda name: Extra if name == "imageio_ffmpeg" else None)
    assert programs.ffmpeg() == "ffmpeg-of-the-extra"


def test_a_program_that_fails_is_named_with_the_last_line_it_wrote(tmp_path: Path) -> None:
    """The author sees the program's own words, not a stack of calls."""
    script = "import sys; print('first\\nno room left\\n', file=sys.stderr); sys.exit(3)"
    with pytest.raises(BuilderError, match=r"stopped with status 3: no room left$"):
        programs.run([sys.executable, "-c", script], tmp_path)


SHORT = Script(
    "Growing",
    "7 minutes",
    (
        Slide("Growing", ("Culture and local resource.",), ("Growing.", "Culture and local resource.")),
        Slide("Enablers", ("culture", "capability & capacity"), ("Enablers: culture; capability & capacity.",)),
        Slide("This is a stand-in.", (), ("This is a stand-in.",)),
    ),
)


@pytest.mark.media
def test_everything_on_a_full_slide_stays_inside_its_margins() -> None:
    """Long words and long lists are made smaller, never cut off, and leave room for captions."""
    paper = tuple(bytes.fromhex(slides.PAPER[1:]))
    for slide in (Slide(LONG, (LONG,), ()), Slide("x" * 90, ("y" * 90, *[LONG[:52]] * 6), ())):
        picture = slides.draw_slide(slide)
        assert picture.size == (854, 480)
        right = (slides.WIDTH - slides.MARGIN + 2, 0, slides.WIDTH, slides.HEIGHT)
        below = (0, slides.FLOOR + 2, slides.WIDTH, slides.HEIGHT)
        for box in (right, below):
            assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]


@pytest.mark.media
def test_a_film_that_cannot_be_made_leaves_the_old_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half-written, nothing left behind."""
    old = tmp_path / "growing.mp4"
    old.write_bytes(b"old film")
    monkeypatch.setattr(film, "narrate", lambda *_: Speech(silence(1), ()))
    monkeypatch.setattr(film, "_VIDEO", ("-c:v", "no-such-codec"))
    with pytest.raises(BuilderError, match=r"ffmpeg.* stopped with status"):
        film.make_film(SHORT, tmp_path, "growing")
    assert list(tmp_path.iterdir()) == [old]
    assert old.read_bytes() == b"old film"


@pytest.mark.media
def test_a_film_is_whole_labelled_captioned_and_the_same_twice(tmp_path: Path) -> None:
    """Five files, the label on every frame, captions in order inside the film, the same bytes in two runs."""
    made = film.make_film(SHORT, tmp_path / "one", "growing")
    again = film.make_film(SHORT, tmp_path / "two", "growing")
    names = [f"growing.{end}" for end in ("mp4", "en.vtt", "chapters.vtt", "descriptions.vtt", "jpg")]
    assert [path.name for path in made] == names
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == sorted(names)
    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in again]

    movie, captions, chapters, described, poster = made
    assert movie.stat().st_size < 400_000
    assert boxes(movie).index("moov") < boxes(movie).index("mdat")
    seconds = labelled_frames(movie) / film.FRAME_RATE
    cues = times(captions)
    assert len(cues) == 4
    assert all(begin < end <= seconds for begin, end in cues)
    assert all(first[1] <= second[0] for first, second in pairwise(cues))
    assert "\nEnablers: culture; capability &amp; capacity.\n" in captions.read_text(encoding="utf-8")
    assert times(chapters)[0][0] == 0.0
    assert times(chapters)[-1][1] == pytest.approx(seconds, abs=0.001)
    assert times(described)[0][0] == 0.0 and times(described)[-1][1] == times(chapters)[-1][1]
    assert poster.read_bytes().startswith(b"\xff\xd8")


def boxes(movie: Path) -> list[str]:
    """Kinds of the outermost boxes of an MP4, in order."""
    content, at, kinds = movie.read_bytes(), 0, list[str]()
    while at < len(content):
        kinds.append(content[at + 4 : at + 8].decode("ascii"))
        at += int.from_bytes(content[at : at + 4], "big")
    return kinds


def labelled_frames(movie: Path) -> int:
    """How many frames a film has; fails at one whose top differs from the label as it was drawn."""
    image, chops, stat = (import_module(f"PIL.{name}") for name in ("Image", "ImageChops", "ImageStat"))
    size = (slides.WIDTH, 72)
    drawn = slides.draw_slide(SHORT.slides[0]).crop((0, 0, *size)).convert("L")
    command = [programs.ffmpeg(), "-v", "error", "-i", str(movie), "-vf", "crop=854:72:0:0"]
    decoded = [*command, "-pix_fmt", "gray", "-f", "rawvideo", "-"]
    raw = subprocess.run(decoded, capture_output=True, check=True).stdout
    length = size[0] * size[1]
    for at in range(0, len(raw), length):
        frame = image.frombytes("L", size, raw[at : at + length])
        assert stat.Stat(chops.difference(frame, drawn)).mean[0] < 3
    assert stat.Stat(drawn).extrema[0][1] > 150, "the label itself must be there to be compared"
    return len(raw) // length


def times(path: Path) -> list[tuple[float, float]]:
    """Begin and end of every cue of a WebVTT file, in seconds."""
    stamp = r"(\d\d):(\d\d):(\d\d\.\d{3})"
    found = re.findall(rf"^{stamp} --> {stamp}$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [(seconds(*cue[:3]), seconds(*cue[3:])) for cue in found]


def seconds(hours: str, minutes: str, rest: str) -> float:
    """A timestamp in seconds."""
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def test_each_film_of_the_first_course_has_what_a_film_can_have() -> None:
    """Three films, each with captions, chapters, what it shows, a picture, its length and one question to think about."""
    course, _ = read_course(COURSE, KINDS)
    modules = [module for module in course.modules if any(isinstance(block, Watch) for block in module.blocks)]
    films = [block for module in modules for block in module.blocks if isinstance(block, Watch)]
    assert len(films) == len(modules) == 3
    for module, one in zip(modules, films, strict=True):
        assert one.captions and one.poster and one.original
        assert one.chapters and len(one.chapters.cues) > 1
        assert one.descriptions and one.descriptions.cues
        assert [pause.item in {item.id for item in module.items} for pause in one.pauses] == [True]
