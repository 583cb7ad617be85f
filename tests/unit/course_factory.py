"""Small `Course` values for tests: each function builds one part of the model, with no disk and no markdown."""

from dataclasses import replace
from html import escape
from pathlib import Path

from builder.kinds import FILL, MATCH, NUMBER, ORDER, QUIZ, REFLECT, SCALE
from builder.kinds.quiz import TRUE_FALSE
from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Fragment,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    SimpleChoice,
    TextEntryInteraction,
)
from builder.model.blocks import Block, Prose, Stage, Stages, Watch
from builder.model.course import CheckedCourse, Completion, Course, Module, Person, Standard
from builder.model.diagnostics import Span
from builder.model.kind import QuestionKind
from builder.model.media import Asset, Cue, Track

HERE = Span("module.md")

ROWS: dict[type, QuestionKind] = {
    ChoiceInteraction: QUIZ,
    OrderInteraction: ORDER,
    MatchInteraction: MATCH,
    TextEntryInteraction: FILL,
    NumericEntryInteraction: NUMBER,
    LikertInteraction: SCALE,
    ExtendedTextInteraction: REFLECT,
}
"""A kind for each interaction that tests make by themselves."""


def words(text: str) -> Fragment:
    """Plain words as inline content."""
    return Fragment(escape(text, quote=False), text)


def option(id: str, text: str, correct: bool = False, feedback: str = "") -> SimpleChoice:
    """One option or step; `feedback` is plain words."""
    return SimpleChoice(id, words(text), correct, f"<p>{escape(feedback, quote=False)}</p>" if feedback else "")


def quiz(id: str, title: str, *options: SimpleChoice, prompt: str = "", after: str = "") -> AssessmentItem:
    """A question with radio buttons when one option is right, tick boxes when several are."""
    multiple = sum(one.correct for one in options) > 1
    kind = TRUE_FALSE if {one.content.text for one in options} == {"True", "False"} else QUIZ
    return AssessmentItem(id, kind, words(title), prompt, ChoiceInteraction(options, multiple), after, HERE)


def order(id: str, title: str, *steps: SimpleChoice, prompt: str = "", after: str = "") -> AssessmentItem:
    """Steps, given in their right order."""
    return AssessmentItem(id, ORDER, words(title), prompt, OrderInteraction(steps), after, HERE)


def reflect(id: str, title: str, prompt: str = "") -> AssessmentItem:
    """A reflection that stays on the device."""
    return AssessmentItem(id, REFLECT, words(title), prompt, ExtendedTextInteraction("device"), "", HERE)


def prose(html: str) -> Prose:
    """Ordinary text."""
    return Prose(html, HERE)


def stages(id: str, title: str, *names: str, before: str = "", after: str = "", detail: str = "") -> Stages:
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
        prose="",
        captions=(track("captions", f"{name}.en.vtt", (0, 4, "Hello & welcome."), (4, 9, "This is <a> film.")),),
        chapters=track("chapters", f"{name}.chapters.vtt", (0, 12, "Opening"), (12, 40, "Key points")),
        descriptions=None,
        described=None,
        described_because="",
        sign=None,
        poster=Asset(f"{name}.png", f"{name}.png", 20_000, 1280, 720) if poster else None,
        transcript="<p>Hello &amp; welcome.</p>\n<p>This is a film.</p>",
        original=original,
        watched=None,
        span=HERE,
    )


def module(
    id: str, title: str, *blocks: Block, summary: str = "", presenters: tuple[Person, ...] = (), notes: str = ""
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
        modules=modules or (module("first", "First", prose("<p>Words.</p>")),),
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
        prose(f'<h2 id="m{number}-part-{part}">Part {part} of {number}</h2>\n' + f"<p>{sentence * 10}</p>\n" * 2)
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
    "",
)
JULIE = Person("julie-temperley", "Julie Temperley", "Senior Associate at Innovation Unit", "")


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
            "<p>This collection of video resources shares the developing findings of the Innovate Project, about how "
            "social care and other safeguarding agencies are innovating to address extra-familial risk and harm.</p>"
            "<p>The Innovate Project is a four-year UK study funded by the Economic and Social Research Council "
            '(<abbr title="Economic and Social Research Council">ESRC</abbr>) which is exploring how social care and '
            "other safeguarding agencies are innovating to address harms that young people may encounter and experience "
            'beyond the family home. <a href="https://example.org/innovate" target="_blank" rel="noopener noreferrer">'
            "Find out more about innovation<span><!--new-tab--></span></a>.</p>"
            '<h2 id="welcome-series">In this series</h2>'
            "<p>In this series of three videos, Professor Michelle Lefevre and Julie Temperley discuss the findings of "
            "the Innovate Project about innovation in children’s care. They share a framework for the stages of "
            "innovation in children’s social care and discuss the system conditions that support innovation, both of "
            "which could support design, planning and review of innovation in your local context.</p>"
        ),
    )


def _ethical() -> Module:
    return module(
        "ethical-innovation",
        "What is ethical innovation in children’s social care?",
        film("watch-ethical", "Ethical innovation", original="7 minutes", poster=True),
        prose(
            "<p>Michelle Lefevre discusses innovation processes that are supported by the ethical standards of social "
            "care. These:</p><ul><li>prioritise partnership and are participation based (including with children and "
            "young people)</li><li>shift and disrupt power dynamics in the system</li><li>promote learning and "
            "reflexivity.</li></ul><p>During the above clip, Michelle talks about an article on ethical innovation. It "
            'is available here, <a href="https://example.org/article" target="_blank" rel="noopener noreferrer">Towards '
            "a framework for ethical innovation in children’s social care<span><!--new-tab--></span></a>."
            '<sup class="note"><a href="#ethical-innovation--note-1" id="ethical-innovation--noted-1">1</a></sup></p>'
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
            after="<p>All three rest on the ethical standards of social care.</p>",
        ),
        quiz(
            "participation",
            "Participation includes children and young people",
            option("true", "True", True, "It says so in the first of the three points."),
            option("false", "False", False, "Participation includes children and young people."),
        ),
        prose('<h2 id="ethical-reading">Further reading</h2><p>The article is in the references of this course.</p>'),
        summary="Innovation that is supported by the ethical standards of social care.",
        presenters=(MICHELLE,),
        notes='<ol class="notes">\n<li id="ethical-innovation--note-1">Hampson, M., Goldsmith, C., &amp; Lefevre, M. '
        '(2021). <a href="#ethical-innovation--noted-1" class="note-back"><!--back--></a></li>\n</ol>',
    )


SIX = ("Mobilising", "Designing", "Developing", "Integrating", "Growing", "System change")


def _framework() -> Module:
    return module(
        "framework",
        "A framework for innovation in children’s social care",
        film("watch-framework", "The stages of innovation", original="5 minutes"),
        prose(
            "<p>Michelle Lefevre shares a framework for the stages of innovation in children’s care, a way of helping to "
            "understand what is happening during innovation. She talks about the questions leaders might consider in each "
            "area of the framework.</p>"
        ),
        stages(
            "stages",
            "The stages of innovation",
            *SIX,
            after="<p>These areas of focus and questions could support design, planning and review of innovation in your "
            "local area.</p>",
        ),
        order(
            "stage-order",
            "In which order does the framework name the stages?",
            *(option(f"s{n}", s) for n, s in enumerate(SIX)),
        ),
        prose(
            '<div class="table" role="region" tabindex="0" aria-labelledby="framework--table-1"><table><caption '
            'id="framework--table-1">The three films</caption><thead><tr><th scope="col">Film</th><th scope="col">Presenter'
            '</th><th scope="col" class="align-right">Minutes</th></tr></thead><tbody><tr><td>Ethical innovation</td><td>'
            'Michelle Lefevre</td><td class="align-right">7</td></tr><tr><td>A framework for innovation</td><td>Michelle '
            'Lefevre</td><td class="align-right">5</td></tr><tr><td>Local system conditions</td><td>Julie Temperley</td>'
            '<td class="align-right">15</td></tr></tbody></table></div>'
        ),
        presenters=(MICHELLE,),
    )


def _conditions() -> Module:
    return module(
        "conditions",
        "Local system conditions that support innovation",
        film("watch-conditions", "Local system conditions", original="15 minutes"),
        prose(
            "<p>Julie Temperley shares developing findings about innovation based on interviews with twenty people who have "
            "been leaders and evaluators of innovation in children’s social care and in public services. In this video, she "
            "discusses:</p><ul><li>The wider context that can prevent innovation work: public opinion and the media, policy "
            "and regulation, the economy.</li><li>Local enablers of innovation: culture, local resource, and capability and "
            "capacity.</li></ul>"
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
            "<p>You may wish to consider your system’s culture, resource and capability &amp; capacity.</p>",
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
            '<h2 id="p-about">About the presenters</h2><p>Michelle is Professor of Social Work at the University of Sussex '
            "and Director of CIRCY – the Centre for Innovation and Research in Childhood and Youth. Her research primarily "
            "focuses on professional practice with children, young people and families where there are issues of risk and "
            "harm, and it is rooted in her background as a child protection social worker and arts psychotherapist.</p>"
            '<h2 id="p-standards">Professional Standards</h2><p>PCF – Contexts and organisations | Professional '
            'leadership</p><h2 id="p-references">References</h2><p>Hampson, M., Goldsmith, C., &amp; Lefevre, M. (2021). '
            "Towards a framework for ethical innovation in children’s social care. <em>Journal of Children’s Services</em>, "
            "16(3), 198–213.</p>"
        ),
    )
