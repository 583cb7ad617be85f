"""Small `Course` values for tests: each function builds one part of the model, with no disk and no markdown."""

from dataclasses import replace
from pathlib import Path

from builder.kinds import FILL, MATCH, NUMBER, ORDER, QUIZ, REFLECT, SCALE
from builder.kinds.quiz import TRUE_FALSE
from builder.kinds.scene import SCENE
from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    SimpleChoice,
    StoryInteraction,
    TextEntryInteraction,
)
from builder.model.blocks import Block, Prose, Stage, Stages, Watch
from builder.model.content import (
    Abbreviation,
    Emphasis,
    Fragment,
    Heading,
    Link,
    NoteReference,
    Paragraph,
    Table,
    Text,
    TextBlock,
    TextBlocks,
    TightText,
)
from builder.model.course import CheckedCourse, Completion, Course, Module, Person, Standard
from builder.model.diagnostics import Span
from builder.model.kind import QuestionKind
from builder.model.media import Asset, Cue, Track
from tests.unit.content_factory import bullets, fragment, heading, paragraphs

HERE = Span("module.md")

ROWS: dict[type, QuestionKind] = {
    ChoiceInteraction: QUIZ,
    OrderInteraction: ORDER,
    MatchInteraction: MATCH,
    TextEntryInteraction: FILL,
    NumericEntryInteraction: NUMBER,
    StoryInteraction: SCENE,
    LikertInteraction: SCALE,
    ExtendedTextInteraction: REFLECT,
}
"""A kind for each interaction that tests make by themselves."""


def words(text: str) -> Fragment:
    """Plain words as inline content."""
    return fragment(text)


def option(id: str, text: str, correct: bool = False, feedback: str = "") -> SimpleChoice:
    """One option or step; `feedback` is plain words."""
    return SimpleChoice(id, words(text), correct, paragraphs(feedback) if feedback else ())


def quiz(
    id: str, title: str, *options: SimpleChoice, prompt: TextBlocks = (), after: TextBlocks = ()
) -> AssessmentItem:
    """A question with radio buttons when one option is right, tick boxes when several are."""
    multiple = sum(one.correct for one in options) > 1
    kind = TRUE_FALSE if {one.content.text for one in options} == {"True", "False"} else QUIZ
    return AssessmentItem(id, kind, words(title), prompt, ChoiceInteraction(options, multiple), after, HERE)


def order(id: str, title: str, *steps: SimpleChoice, prompt: TextBlocks = (), after: TextBlocks = ()) -> AssessmentItem:
    """Steps, given in their right order."""
    return AssessmentItem(id, ORDER, words(title), prompt, OrderInteraction(steps), after, HERE)


def reflect(id: str, title: str, prompt: TextBlocks = ()) -> AssessmentItem:
    """A reflection that stays on the device."""
    return AssessmentItem(id, REFLECT, words(title), prompt, ExtendedTextInteraction("device"), (), HERE)


def prose(*content: str | TextBlock) -> Prose:
    """Ordinary text; words alone are a paragraph."""
    return Prose(
        tuple(block for one in content for block in (paragraphs(one) if isinstance(one, str) else (one,))), HERE
    )


def stages(
    id: str, title: str, *names: str, before: TextBlocks = (), after: TextBlocks = (), detail: TextBlocks = ()
) -> Stages:
    """Named stages, each with the same `detail`."""
    made = tuple(Stage(f"{id}--{name.lower().replace(' ', '-')}", words(name), detail) for name in names)
    return Stages(id, words(title), before, made, after, HERE)


def webvtt(*cues: tuple[float, float, str]) -> tuple[str, tuple[Cue, ...]]:
    """A caption file and its cues."""
    text = "WEBVTT\n" + "".join(f"\n{_stamp(start)} --> {_stamp(end)}\n{said}\n" for start, end, said in cues)
    return text, tuple(Cue(start, end, said) for start, end, said in cues)


def track(kind: str, name: str, *cues: tuple[float, float, str]) -> Track:
    """A track in English."""
    text, made = webvtt(*cues)
    return Track(kind, Asset(name, name, len(text.encode())), "en", "English", text, made)


def film(id: str, title: str, name: str = "media/film", original: str = "", poster: bool = False) -> Watch:
    """A film with captions, chapters and a transcript; its files need not exist."""
    return Watch(
        id=id,
        title=words(title),
        media=Asset(f"{name}.mp4", f"{name}.mp4", 1_240_000),
        link_text=f"{title} (stand-in, 40 seconds)",
        prose=(),
        captions=(track("captions", f"{name}.en.vtt", (0, 4, "Hello & welcome."), (4, 9, "This is <a> film.")),),
        chapters=track("chapters", f"{name}.chapters.vtt", (0, 12, "Opening"), (12, 40, "Key points")),
        descriptions=None,
        described=None,
        described_because="",
        sign=None,
        poster=Asset(f"{name}.png", f"{name}.png", 20_000, 1280, 720) if poster else None,
        transcript=paragraphs("Hello & welcome.", "This is a film."),
        original=original,
        watched=None,
        span=HERE,
    )


def module(
    id: str,
    title: str,
    *blocks: Block,
    summary: str = "",
    presenters: tuple[Person, ...] = (),
    notes: tuple[TextBlocks, ...] = (),
) -> Module:
    """A module of the given blocks."""
    return Module(
        id=id,
        title=title,
        summary=summary,
        presenters=presenters,
        language="",
        blocks=blocks,
        notes=notes,
        span=HERE,
    )


def course(*modules: Module, title: str = "A course", language: str = "en-GB", **changes: object) -> Course:
    """A course of the given modules (one of a single paragraph when none are given)."""
    plain = Course(
        id="a-course",
        title=title,
        language=language,
        version="1.0.0",
        summary="",
        minutes=None,
        publisher="",
        rights="",
        keywords=(),
        standards=(),
        people=(),
        completion=Completion("all-modules", None),
        privacy="device",
        modules=modules or (module("first", "First", prose("Words.")),),
        assets=(),
        folder=Path("nowhere"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def checked(*modules: Module, **changes: object) -> CheckedCourse:
    """The same as `course`, as if it had passed every check."""
    return CheckedCourse(course(*modules, **changes))  # type: ignore[arg-type]


def many_modules(count: int) -> Course:
    """A course of `count` modules, each with three headings of prose and three questions of four options."""
    return course(*(_one_of_many(number) for number in range(1, count + 1)), title=f"A course of {count} modules")


def _one_of_many(number: int) -> Module:
    sentence = "Each early plan shapes trust and evidence, and every open service tests its own story."
    blocks: list[Block] = [
        prose(Heading(2, f"m{number}-part-{part}", fragment(f"Part {part} of {number}").content), *[sentence * 10] * 2)
        for part in range(1, 4)
    ]
    blocks += [
        quiz(
            f"m{number}-q{question}",
            f"Which of these fits part {question} of {number}?",
            *(option(f"o{one}", sentence, one == 1, sentence) for one in range(1, 5)),
        )
        for question in range(1, 4)
    ]
    return module(f"m{number}", f"Module {number}, on careful partnership", *blocks, summary=sentence)


def _stamp(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02}:{rest:06.3f}"


MICHELLE = Person(
    "michelle-lefevre",
    "Michelle Lefevre",
    "Professor of Social Work at the University of Sussex",
    (),
)
JULIE = Person("julie-temperley", "Julie Temperley", "Senior Associate at Innovation Unit", ())


def first_course() -> Course:
    """The first course's own words (abridged), with every kind of block: for looking at the page."""
    return course(
        _welcome(),
        _ethical(),
        _framework(),
        _conditions(),
        _reflections(),
        _presenters(),
        title="What helps innovation flourish and sustain in children’s social care?",
        id="innovation-childrens-social-care",
        summary="How social care and other safeguarding agencies are innovating to address extra-familial risk and harm.",
        minutes=45,
        publisher="The Innovate Project",
        people=(MICHELLE, JULIE),
        standards=(Standard("PCF", ("Contexts and organisations", "Professional leadership")),),
        assets=(Asset("media/film.mp4", "media/film.mp4", 1_240_000),),
    )


def _welcome() -> Module:
    return module(
        "welcome",
        "Welcome",
        prose(
            "This collection of video resources shares the developing findings of the Innovate Project, about how "
            "social care and other safeguarding agencies are innovating to address extra-familial risk and harm.",
            Paragraph(
                (
                    Text(
                        "The Innovate Project is a four-year UK study funded by the Economic and Social Research Council ("
                    ),
                    Abbreviation((Text("ESRC"),), "Economic and Social Research Council"),
                    Text(
                        ") which is exploring how social care and other safeguarding agencies are innovating to address "
                        "harms that young people may encounter and experience beyond the family home. "
                    ),
                    Link("https://example.org/innovate", (Text("Find out more about innovation"),), new_tab=True),
                    Text("."),
                )
            ),
            heading(2, "In this series"),
            "In this series of three videos, Professor Michelle Lefevre and Julie Temperley discuss the findings of "
            "the Innovate Project about innovation in children’s care. They share a framework for the stages of "
            "innovation in children’s social care and discuss the system conditions that support innovation, both of "
            "which could support design, planning and review of innovation in your local context.",
        ),
    )


def _ethical() -> Module:
    return module(
        "ethical-innovation",
        "What is ethical innovation in children’s social care?",
        film("watch-ethical", "Ethical innovation", original="7 minutes", poster=True),
        prose(
            "Michelle Lefevre discusses innovation processes that are supported by the ethical standards of social care. "
            "These:",
            bullets(
                "prioritise partnership and are participation based (including with children and young people)",
                "shift and disrupt power dynamics in the system",
                "promote learning and reflexivity.",
            ),
            Paragraph(
                (
                    Text(
                        "During the above clip, Michelle talks about an article on ethical innovation. It is available here, "
                    ),
                    Link(
                        "https://example.org/article",
                        (Text("Towards a framework for ethical innovation in children’s social care"),),
                        new_tab=True,
                    ),
                    Text("."),
                    NoteReference(1, "ethical-innovation", first=True),
                )
            ),
        ),
        quiz(
            "priorities",
            "What do ethical innovation processes do?",
            option("partnership", "Prioritise partnership", True, "Yes: including with children and young people."),
            option(
                "power", "Keep power where it is", False, "The film speaks of shifting and disrupting power dynamics."
            ),
            option("learning", "Promote learning and reflexivity", True, "Yes, this is the third of the three."),
            option("shift", "Shift and disrupt power dynamics in the system", True),
            after=paragraphs("All three rest on the ethical standards of social care."),
        ),
        quiz(
            "participation",
            "Participation includes children and young people",
            option("true", "True", True, "It says so in the first of the three points."),
            option("false", "False", False, "Participation includes children and young people."),
        ),
        prose(heading(2, "Further reading"), "The article is in the references of this course."),
        summary="Innovation that is supported by the ethical standards of social care.",
        presenters=(MICHELLE,),
        notes=((TightText((Text("Hampson, M., Goldsmith, C., & Lefevre, M. (2021)."),)),),),
    )


SIX = ("Mobilising", "Designing", "Developing", "Integrating", "Growing", "System change")


def _framework() -> Module:
    return module(
        "framework",
        "A framework for innovation in children’s social care",
        film("watch-framework", "The stages of innovation", original="5 minutes"),
        prose(
            "Michelle Lefevre shares a framework for the stages of innovation in children’s care, a way of helping to "
            "understand what is happening during innovation. She talks about the questions leaders might consider in each "
            "area of the framework."
        ),
        stages(
            "stages",
            "The stages of innovation",
            *SIX,
            after=paragraphs(
                "These areas of focus and questions could support design, planning and review of innovation in your local "
                "area."
            ),
        ),
        order(
            "stage-order",
            "In which order does the framework name the stages?",
            *(option(f"s{n}", s) for n, s in enumerate(SIX)),
        ),
        prose(
            Table(
                "framework--table-1",
                tuple(fragment(name).content for name in ("Film", "Presenter", "Minutes")),
                tuple(
                    tuple(fragment(cell).content for cell in row)
                    for row in (
                        ("Ethical innovation", "Michelle Lefevre", "7"),
                        ("A framework for innovation", "Michelle Lefevre", "5"),
                        ("Local system conditions", "Julie Temperley", "15"),
                    )
                ),
                ("", "", "right"),
                fragment("The three films").content,
            )
        ),
        presenters=(MICHELLE,),
    )


def _conditions() -> Module:
    return module(
        "conditions",
        "Local system conditions that support innovation",
        film("watch-conditions", "Local system conditions", original="15 minutes"),
        prose(
            "Julie Temperley shares developing findings about innovation based on interviews with twenty people who have "
            "been leaders and evaluators of innovation in children’s social care and in public services. In this video, she "
            "discusses:",
            bullets(
                "The wider context that can prevent innovation work: public opinion and the media, policy and regulation, "
                "the economy.",
                "Local enablers of innovation: culture, local resource, and capability and capacity.",
            ),
        ),
        quiz(
            "enabler",
            "Which of these is a local enabler of innovation?",
            option("economy", "The economy", False, "The economy is part of the wider context."),
            option("culture", "Culture", True, "Culture stands beside local resource, and capability and capacity."),
            option("policy", "Policy and regulation", False, "Policy and regulation are part of the wider context."),
        ),
        presenters=(JULIE,),
    )


def _reflections() -> Module:
    return module(
        "reflective-questions",
        "Reflective questions",
        reflect(
            "framework-use",
            "How could you use the Stages of Innovation framework to reflect regularly on your service’s planning, implementation and review processes?",
        ),
        reflect(
            "enablers",
            "What enables innovation in your local context?",
            paragraphs("You may wish to consider your system’s culture, resource and capability & capacity."),
        ),
        reflect("indicators", "What would be indicators for you that an innovation has been successful?"),
        reflect(
            "matters-most",
            "How do you find out what matters most to children and their families when designing and reviewing a different way of working?",
        ),
    )


def _presenters() -> Module:
    return module(
        "presenters-and-references",
        "Presenters, standards and references",
        prose(
            heading(2, "About the presenters"),
            "Michelle is Professor of Social Work at the University of Sussex and Director of CIRCY – the Centre for "
            "Innovation and Research in Childhood and Youth. Her research primarily focuses on professional practice with "
            "children, young people and families where there are issues of risk and harm, and it is rooted in her "
            "background as a child protection social worker and arts psychotherapist.",
            heading(2, "Professional Standards"),
            "PCF – Contexts and organisations | Professional leadership",
            heading(2, "References"),
            Paragraph(
                (
                    Text(
                        "Hampson, M., Goldsmith, C., & Lefevre, M. (2021). Towards a framework for ethical innovation in "
                        "children’s social care. "
                    ),
                    Emphasis((Text("Journal of Children’s Services"),)),
                    Text(", 16(3), 198–213."),
                )
            ),
        ),
    )
