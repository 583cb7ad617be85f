"""A learner's choice follows its words into any later version, in any script, or is marked as changed; never is it another's."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.check import check_course
from builder.compare import Comparison, Finished, Verdict, compare
from builder.compare.packages.data_file import read_data
from builder.compare.packages.finished import Package
from builder.kinds import KINDS
from builder.model.content.spelling import alike, meant, spelled
from builder.read import read_course
from builder.render.comparison import comparison_json
from builder.render.course import render_page
from tests.node import node_command
from tests.scripts_of_the_world import LATIN, SIGNS, sayings, sentences

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
SETTINGS = "id: sample\ntitle: Sample\nlanguage: en\n"

Options = Sequence[str]


class Follower:
    """`follow.mjs`, which says what the run-time makes of an answer in a later version; use it with `with`."""

    def __enter__(self) -> "Follower":
        script = str(Path(__file__).with_name("follow.mjs"))
        self._node = subprocess.Popen(
            [*node_command(), script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._node.communicate()

    def follow(self, **asked: Any) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """By the way an answer was kept, by question: what is given now, and whether it is marked."""
        assert self._node.stdin and self._node.stdout
        self._node.stdin.write(json.dumps(asked) + "\n")
        self._node.stdin.flush()
        found: Mapping[str, Mapping[str, Mapping[str, Any]]] = json.loads(self._node.stdout.readline())
        return found


@pytest.fixture(scope="module")
def follower() -> Iterator[Follower]:
    """One Node process for all."""
    with Follower() as found:
        yield found


@dataclass(frozen=True)
class Version:
    """A course that was built, as the run-time and `satchel compare` see it."""

    questions: list[dict[str, Any]]
    """As `follow.mjs` takes them."""
    words: dict[str, dict[str, str]]
    """Of each question: id of an option -> what it says. That of a partner or group begins with a dot."""
    finished: Finished


def typed(words: str) -> str:
    """Words as they are written in markdown: signs stand for themselves."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


def source(options: Options) -> str:
    """A question of each kind with options, all about the same words."""
    said = [typed(option) for option in options]
    half = max(1, len(said) // 2)
    return "\n".join(
        [
            "---\ntitle: Words\n---\n## Quiz: Which? {#quiz}\n\n- [x] Zebra\n- [x] Yak",
            *(f"- [ ] {one}" for one in said),
            "\n## Scale: How much? {#scale}\n",
            *(f"- {one}" for one in said),
            "\n## Order: In which order? {#order}\n",
            *(f"{number}. {one}" for number, one in enumerate(said, 1)),
            "\n## Match: Who? {#match}\n\n| a | b |\n| --- | --- |",
            *(f"| {one} | {said[-number]} |" for number, one in enumerate(said, 1)),
            f"\n## Sort: Where? {{#sort}}\n\n**{said[0]}**\n",
            *(f"- {one}" for one in said[:half]),
            f"\n**{said[-1]}**\n",
            *(f"- {one}" for one in said[half:]),
        ]
    )


def built(folder: Path, options: Options) -> Version:
    """The course with these options: read, checked, rendered, and its page read as a browser reads it."""
    (folder / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "01-words.md").write_text(source(options) + "\n", encoding="utf-8")
    course, found = read_course(folder, KINDS)
    checked, report = check_course(course, found)
    assert checked is not None, [(d.rule, d.message, d.excerpt) for d in report.errors]
    page = etree.fromstring(render_page(course, TEMPLATES).encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    finished = read_data(comparison_json(course).encode(), Package("course.zip", "scorm2004", "index.html", ()))
    assert finished is not None
    words = {item.id: _words(item) for item in finished.questions}
    return Version([_question(form) for form in page.iterfind(".//form[@data-item]")], words, finished)


def _words(question: Any) -> dict[str, str]:
    return {f"{'.' if option.target else ''}{option.id}": option.words for option in question.options}


def _question(form: Any) -> dict[str, Any]:
    """What the run-time finds in the form of a question."""
    data = {name: form.get(f"data-{name}") for name in ("basis", "wording", "kind") if form.get(f"data-{name}")}
    values = [one.get("value") for one in form.iterfind(".//input")] or [
        one.get("data-choice") for one in form.iterfind(".//li[@data-choice]")
    ]
    pairs = [
        {
            "name": one.get("name"),
            "targets": [option.get("value") for option in one.iterfind("option") if option.get("value")],
        }
        for one in form.iterfind(".//select[@name]")
    ]
    return {"id": form.get("data-item"), "kind": form.get("data-kind"), "data": data, "values": values, "pairs": pairs}


def answered(version: Version) -> dict[str, list[str]]:
    """Something chosen in every question: of a choice the first two of the options that may change, of others all there is."""
    given = {}
    for question in version.questions:
        if question["pairs"]:
            given[question["id"]] = [f"{pair['name']}.{pair['targets'][-1]}" for pair in question["pairs"]]
        else:
            few = {"choice": 4, "scale": 1}.get(question["kind"], len(question["values"]))
            given[question["id"]] = (
                question["values"][2:few] if question["kind"] == "choice" else question["values"][:few]
            )
    return given


def said(version: Version, question: str, response: Sequence[str] | None) -> list[str]:
    """What an answer says to a person who reads the page."""
    words = version.words[question]
    parts = [part for one in response or () for part in re.split(r"(?=\.)", one)]
    return [words[part] for part in parts]


def judge(follower: Follower, old: Version, new: Version) -> tuple[bool, Comparison]:
    """Whether some answer is marked; fails when one says something else now, and neither page nor comparison says so."""
    responses = answered(old)
    comparison = compare(old.finished, new.finished)
    grave = {change.id for change in comparison.changes if change.grave}
    marked = False
    for way, questions in follower.follow(old=old.questions, now=new.questions, responses=responses).items():
        for id, now in questions.items():
            before, after = said(old, id, responses[id]), said(new, id, now["given"])
            # A choice that nobody has checked may be forgotten; what is left of it is what she chose.
            follows = _is_part(after, before) if way.startswith("drafted") else _is_part(before, after)
            assert follows or now["marked"] or id in grave, (way, id, before, after)
            marked = marked or (now["marked"] and way.startswith("checked"))
    if marked:
        assert comparison.verdict is not Verdict.SAFE, comparison
    return marked, comparison


def _is_part(some: Sequence[str], more: Sequence[str]) -> bool:
    """Whether all of it is in the other, in the same order, in the same words."""
    rest = iter([meant(one) for one in more])
    return all(meant(one) in rest for one in some)


POINTING = "→ "
"""Before one option alone it says which is right, which a build reports (QUE-018)."""
lists = st.lists(
    sayings().filter(lambda words: not words.startswith(POINTING)),
    min_size=3,
    max_size=6,
    unique_by=lambda words: spelled(words),
)
slow = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@given(options=lists, chance=st.randoms(use_true_random=False))
@slow
def test_in_another_order_every_choice_is_where_its_words_are(
    follower: Follower, tmp_path_factory: pytest.TempPathFactory, options: list[str], chance: Any
) -> None:
    """No choice is marked where the order says nothing of what is right."""
    folder = tmp_path_factory.mktemp("order")
    before = list(options)
    old = built(folder, before)
    chance.shuffle(options)
    new = built(folder, options)
    _, comparison = judge(follower, old, new)
    found = follower.follow(old=old.questions, now=new.questions, responses=answered(old))
    for questions in found.values():
        for id in ("quiz", "scale"):
            assert not questions[id]["marked"] and questions[id]["given"] == answered(old)[id]
    # Reports know a label of a scale by its place: there alone the words of another one would stand beside an answer.
    grave = {(change.kind, change.id) for change in comparison.changes if change.grave}
    assert grave == ({("answer-replaced", "scale")} if options != before else set())


def edited(words: str, chance: Any) -> str:
    """The same with a letter, a sign, a mark or a word more, less or other."""
    at, sign = chance.randrange(len(words)), chance.choice([*SIGNS, "%", "&", "#", "/", "\u0301", " a", "я", "信", "7"])
    how = chance.randrange(4)
    made = [words + sign, words[:at] + words[at + 1 :], words[:at] + sign + words[at + 1 :], f"{sign.strip()} {words}"][
        how
    ]
    return " ".join(made.split()) or sign.strip()


@given(options=lists, more=sayings(), chance=st.randoms(use_true_random=False))
@slow
def test_after_any_edit_a_choice_follows_its_words_or_is_marked(
    follower: Follower, tmp_path_factory: pytest.TempPathFactory, options: list[str], more: str, chance: Any
) -> None:
    """Options edited, added, taken out and moved, several at once; the only other way out is that `compare` says 3."""
    folder = tmp_path_factory.mktemp("edit")
    old = built(folder, options)
    new = list(options)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(new))
        deed = chance.choice(["edit", "edit", "insert", "delete", "swap"])
        if deed == "edit":
            new[at] = edited(new[at], chance)
        elif deed == "insert":
            new.insert(at, more)
        elif deed == "delete" and len(new) > 3:
            del new[at]
        else:
            new[0], new[at] = new[at], new[0]
    plain = [one for one in new if re.search(r"\S", alike(one)) and not one.startswith(POINTING)]
    unlike = list({spelled(one): one for one in plain}.values())
    if len(unlike) >= 3:
        judge(follower, old, built(folder, unlike))


@pytest.mark.slow
@given(
    options=st.lists(sentences(5), min_size=3, max_size=4, unique_by=spelled),
    at=st.integers(0, 8),
    word=st.sampled_from(LATIN),
)
@slow
def test_a_word_that_no_id_says_is_missed_as_well(
    follower: Follower, tmp_path_factory: pytest.TempPathFactory, options: list[str], at: int, word: str
) -> None:
    """Of sentences whose ids say their first words, without accents and signs: one word is another."""
    folder = tmp_path_factory.mktemp("tail")
    parts = options[0].split(" ")
    parts[at % len(parts)] = word
    new = [" ".join(parts), *options[1:]]
    if len({spelled(one) for one in new}) == len(new):
        judge(follower, built(folder, options), built(folder, new))


OTHERS = [
    ("About 40 %", "About 40 £", True),
    ("About 40 %", "About 40", True),
    ("naïve", "naive", True),
    ("résumé", "resume", True),
    ("Share it with the family before the meeting", "Share it with the family after the meeting", True),
    ("1,500 mg of it", "1.500 mg of it", True),
    ("Довіра", "Довіра!", True),
    ("C++", "C#", True),
    ("< 5", "> 5", True),
    ("信任", "不信任", True),
    ("Довіра", "довіра.", False),
    ("Share it with the family before the meeting", "Share it, with the family, before the meeting.", False),
    ("It isn’t so", "It isn't so", False),
]


@pytest.mark.parametrize(("before", "after", "marked"), OTHERS)
def test_other_words_are_found_out_and_the_same_words_are_not(
    follower: Follower, tmp_path: Path, before: str, after: str, marked: bool
) -> None:
    """Also where the id leaves out what differs; commas, capitals and a full stop may be mended."""
    old, new = built(tmp_path, ["Zeal", before, "Anger"]), built(tmp_path, ["Zeal", after, "Anger"])
    responses = {"quiz": [id for id, words in old.words["quiz"].items() if spelled(words) == spelled(before)]}
    assert len(responses["quiz"]) == 1
    for way, found in follower.follow(old=old.questions, now=new.questions, responses=responses).items():
        assert found["quiz"]["marked"] is marked or found["quiz"]["given"] == [], way
        assert marked or found["quiz"]["given"] == responses["quiz"], way
    comparison = compare(old.finished, new.finished)
    grave = {change.kind for change in comparison.changes if change.grave}
    # Of the scale, an LMS may have a code that would be read as the new words.
    assert grave <= {"answer-replaced"} and (marked or not grave)
    assert not marked or comparison.verdict is (Verdict.NEW_ACTIVITY if grave else Verdict.EFFECTS)


def test_what_a_word_got_in_addition_is_grave(follower: Follower, tmp_path: Path) -> None:
    """An id that says all of its words, and then not all: no answer can tell the two apart, so `compare` says 3."""
    old, new = built(tmp_path, ["About 40", "Zeal", "Anger"]), built(tmp_path, ["About 40 %", "Zeal", "Anger"])
    _, comparison = judge(follower, old, new)
    assert comparison.verdict is Verdict.NEW_ACTIVITY
    replaced = {change.kind for change in comparison.changes if change.grave}
    assert replaced == {"option-replaced", "answer-replaced"}
