"""What is near enough to be offered: `Did you mean`, and slips of the hand."""

from builder.did_you_mean import is_slip
from tests.cases import for_each
from tests.limits.pairs import Files, module, report_of, settings

CAPTIONS = "media/film.en.vtt"


def film(key: str) -> Files:
    lines = f"- {key}: {CAPTIONS}\n- descriptions: not needed (only the speaker is shown)"
    return module(f"## Watch: A film\n\n[A film](media/film.mp4)\n\n{lines}")


def variable(written: str) -> Files:
    return {**module(f"We are {{{{{written}}}}} and {{{{abcdef}}}}."), **settings("variables:\n  abcdef: The team")}


def form(written: str) -> Files:
    question = f"  - id: qq\n    ask: Why?\n    kind: several\n    framework: {written}\n"
    return {
        **settings("record: record.yml\nstandards:\n  abcdef: [One]"),
        "record.yml": f"title: F\nquestions:\n{question}",
    }


# Two words of six letters that share three in their order are alike by 0.5; of five and six letters by 0.55. Those that
# share four are alike by 0.67. Settings are offered from 0.6 on, names of files and people from 0.5.
NEAR = {
    "a variable": (variable, "{{abcdef}}", ["abcd", "abcdxx"], ["abcxx", "abcxxx"]),
    "an option of a heading": (
        lambda word: module(f"## Reflect: Why? {{{word}=report}}"),
        "Did you mean privacy",
        ["privay", "privxx"],
        ["privxxx", "prixxx"],
    ),
    "a key of a course": (
        lambda word: settings(f"{word}: so"),
        '"summary"',
        ["sumary", "sumxxry"],
        ["sumxxx", "suxxxxx"],
    ),
    "a key of a film": (film, '"captions"', ["caption", "capxxons"], ["capxxxx", "capxxxxx"]),
    "a file": (
        lambda word: module(f"![A team](images/{word}.png)"),
        "images/team.png",
        ["taem", "teXm"],
        ["tXXm", "txxxxx"],
    ),
    "a fragment": (
        lambda word: {
            **module(f"[It](_{word}.md)"),
            "_abcdef.md": "So.\n",
            "02-b.md": "---\ntitle: B\n---\n\n[It](_abcdef.md)\n",
        },
        "_abcdef.md",
        ["axxxxx"],
        ["xxxxxxxxxxxx"],
    ),
    "an id": (
        lambda word: module(f"See [it](#{word}).\n\n## A {{#abcdef}}\n\nSo."),
        "Did you mean #abcdef",
        ["abcd", "abcdxx"],
        ["abcxx", "abcxxx"],
    ),
    "a standard": (form, '"abcdef"', ["abcxxx", "abcd"], ["abxxx", "abxxxx"]),
    "a person": (
        lambda word: {
            "01-welcome.md": f"---\ntitle: Welcome\npresenters: [{word}]\n---\n\nHello.\n",
            **settings("people:\n  - id: abcdef\n    name: Sam"),
        },
        '"abcdef"',
        ["abcxxx", "abcd"],
        ["abxxx", "abxxxx"],
    ),
    "a word of a setting": (
        lambda word: settings(f"completion: {word}"),
        "Write: completion: all-questions",
        ["al-questins", "xxx-questioxx"],
        ["xxx-questixxx"],
    ),
    "a form": (
        lambda word: {**settings(f"record: {word}"), "record.yml": "title: F\nquestions:\n  - id: qq\n    ask: Why?\n"},
        "record.yml?",
        ["recrod.yml", "rxxxxx.yml"],
        ["xxxxx.yml"],
    ),
}
"""What is looked for, what is offered, words that are just near enough, and words that are just not."""


@for_each("what", NEAR)
def test_what_is_near_enough_is_offered(what: str) -> None:
    """And what is not, is not: a remedy that is a guess is worse than none."""
    source, offered, near, far = NEAR[what]
    for word in near:
        assert any(offered in d.hint for d in report_of(source(word))), word
    for word in far:
        assert not any(offered in d.hint for d in report_of(source(word))), word


@for_each(
    ("meant", "near", "far"),
    [
        ("quiz", ["quiz", "quizz", "quz", "qiuz", "quix"], ["qiuzz", "quizzz", "qz", "quixx"]),
        ("order", ["oder", "roder"], ["odr", "ordres"]),
        (
            "reflect",
            ["refelct", "reflct", "relect", "reflecton", "reflc", "rfelcet"],
            ["refl", "reflections", "erflcetx"],
        ),
    ],
)
def test_a_slip_of_the_hand(meant: str, near: list[str], far: list[str]) -> None:
    """One in a word of fewer than six letters, two in a longer one; letters that changed places are one."""
    assert all(is_slip(word, meant) for word in near)
    assert not any(is_slip(word, meant) for word in far)


def test_six_letters_are_a_longer_word() -> None:
    """Two slips are let pass from there on."""
    assert is_slip("stgaex", "stages")
    assert not is_slip("ordxx", "order")
