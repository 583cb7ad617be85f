"""Names of blocks that are nearly ours: misspelt, in another number or language, with another sign behind them."""

from builder.check.foreign.names.languages import NAMES
from builder.check.foreign.names.near import near_block
from tests.cases import for_each
from tests.limits.pairs import module, report_of

NAMED = "**One**\n\nSome words.\n\n**Two**\n\nMore words."
BOXES = "- [ ] Read the file\n- [ ] Ring the family"
PICTURE = "![A door with a number](images/team.png)\n\n1. The door (18, 55)\n2. The bell (30, 40)"
BODIES = {
    **dict.fromkeys(("cards", "details", "timeline", "columns", "layers"), NAMED),
    **{"checklist": BOXES, "declare": "- [ ] I have read the policy", "picture": PICTURE},
    **{"survey": "**How clear was it?**\n\n- Clear\n- Not clear", "file": "[The form](files/form.pdf)"},
    **{"scene": "You ring.\n\n- [Ring again](#one-more)", "scale": "- Sure\n- Not sure", "reflect": ""},
    **{"sort": "**One**\n\n- a\n\n**Two**\n\n- b", "match": "| A | B |\n| --- | --- |\n| a | b |\n| c | d |"},
    **{"watch": "[A film](media/a.mp4)", "listen": "[A talk](media/a.mp3)"},
}
SLIPS = {
    **dict.fromkeys(("Crads", "Cadrs", "Carrds", "Card", "2. Cards"), "cards"),
    **dict.fromkeys(("Detials", "Detils", "Detailss", "Detail"), "details"),
    **dict.fromkeys(("Timline", "Tmieline", "Time line", "Time-line", "Timelines", "1) Timeline"), "timeline"),
    **dict.fromkeys(("Colums", "Colunms", "Collumns", "Column"), "columns"),
    **dict.fromkeys(("Layres", "Layyers", "Layer"), "layers"),
    **dict.fromkeys(("Cheklist", "Chekclist", "Checklst", "Chekclst", "Check list", "Check-list", "Tick list", "Checklists"), "checklist"),
    **dict.fromkeys(("Delcare", "Decalre", "Declaration", "Declarations"), "declare"),
    **dict.fromkeys(("Pitcure", "Pictrue", "Pictures"), "picture"),
    **dict.fromkeys(("Survay", "Suvey", "Surveys"), "survey"),
    **dict.fromkeys(("Flie", "Fiile", "Filee", "Files"), "file"),
}  # fmt: skip
OTHER_SIGNS = [
    *(f"{word}{sign}" for word in ("Cards", "Timeline", "Columns", "Checklist") for sign in (" -", " –", " —", ";", "：")),
    *("Details;", "Layers —", "Declare;", "Survey –", "Picture -", "File;", "Cards"),
]  # fmt: skip
ORDINARY = [
    # Real words that are one letter from ours.
    *(f"## {word}: For the visit\n\n{NAMED}" for word in ("Cars", "Carts", "Cares", "Carps", "Cords", "Curds", "Carbs")),
    *(f"## {word}: For the visit\n\n{NAMED}" for word in ("Chards", "Cads", "Colons", "Detains", "Detailed", "Lawyers", "Layered")),
    *(f"## {word}: What we ask\n\n**Who?**\n\n- You" for word in ("Surrey", "Surveyed")),
    *(f"## {word}: To take\n\n[The form](files/form.pdf)" for word in ("Fire", "Five", "Film club", "Fine", "Fill", "Fiber")),
    *(f"## {word}: The door\n\n{PICTURE}" for word in ("Pictured", "Mixture")),
    *(f"## {word}: For the visit\n\n{BOXES}" for word in ("Declared", "Declares", "Timeless", "Lagers")),
    # Titles that go on, and headings over ordinary text.
    *("## Card: which to take\n\n**The blue one**\n\nIt is ours.", "## Cards - which to carry\n\nBoth."),
    *("## Details – how to reach us\n\n**By phone**\n\nRing.", "## Details - Who to ring\n\n**Ann**\n\nRing her."),
    *("## Picture: The door\n\nA door with a number.", "## Column: Advice\n\nDear Ann, ring.", "## Layer: Ozone\n\nIt is thin."),
    *("## Survey results\n\n**Who asked?**\n\n- We", "## Survey - Results\n\n- Most were content", "## Files: Where they lie\n\n- In the drawer"),
    *("## Timeline of the case\n\n- **1989:** He was born.", "## Checklist for visits\n\n- [ ] Keys", "## Columns in Word\n\n- **One:** a"),
    *("## Деталі: Кому дзвонити\n\n- Анні", "## Хронологія: Справа\n\n- 1989: народився", "## Анкета: Підсумки\n\n- Усі задоволені"),
    *("## Manylion: Pwy i’w ffonio\n\n- Ann", "## Llun: Y drws\n\nDrws.", "## Ffeil: Ble mae hi\n\nYn y drôr.", "## Arolwg: Canlyniadau\n\n- Da"),
    *("## صورة: الباب\n\nباب.", "## ملف: أين هو\n\n- في الدرج", "## Bild: Die Tür\n\nEine Tür.", "## Karten: Der Weg\n\nLinks."),
    *("## Schede: Dove sono\n\nNel cassetto.", "## Escala: De dolor\n\n- Nada", "## Réflexion: Un texte\n\nIl pleut."),
    "## **Cards**\n\n**The blue one**\n\nIt is ours.",
]  # fmt: skip


def reported(source: str) -> list[str]:
    """What is said of the heading."""
    return [
        d.hint for d in report_of(module(source)) if d.span.line == 5 and d.rule in {"STR-048", "STR-011", "STR-012"}
    ]


def source_of(name: str, word: str, sign: str = ":") -> str:
    """A heading with a name, above what stands below the block that it means."""
    title = "How sure are you?" if word in {"scale", "reflect", "survey"} else "For the visit"
    return f"## {name}{sign} {title}\n\n{BODIES[word]}"


ALL = [(name[:1].upper() + name[1:], word) for word, names in NAMES.items() for name in names.split("|")]

ONE_EACH = {
    **{"cards": "Lernkarten", "details": "Подробиці", "timeline": "Llinell amser", "columns": "Spalten", "layers": "Warstwy"},
    **{"checklist": "Liste de contrôle", "declare": "Oświadczenie", "picture": "Darlun", "survey": "Fragebogen", "file": "Fichier"},
    **{"scene": "Golygfa", "scale": "Échelle", "reflect": "Myfyrio", "sort": "Didoli", "match": "Zuordnung", "watch": "Fideo"},
    "listen": "Écouter",
}  # fmt: skip


@for_each(("word", "name"), ONE_EACH.items())
def test_the_word_of_a_block_in_another_language_means_that_block(word: str, name: str) -> None:
    """One of each; below, all of them are tried in a course."""
    near = near_block(f"## {name}: For the visit")
    assert near is not None and near.meant == word


def test_every_block_with_names_in_other_languages_is_tried() -> None:
    """None is left out above."""
    assert set(NAMES) == set(ONE_EACH)


@for_each(("name", "word"), [*ALL, *SLIPS.items()], ids=str, one_in=3)
def test_a_heading_that_names_a_block_otherwise_is_reported(name: str, word: str) -> None:
    """With the word to write."""
    (hint,) = reported(source_of(name, word))
    assert f"{word.capitalize()}:" in hint or f'"{word.capitalize()}:"' in hint


@for_each("begins", OTHER_SIGNS)
def test_a_word_of_ours_with_another_sign_behind_it_is_reported(begins: str) -> None:
    """With the colon that it needs."""
    word = begins.split()[0].rstrip(";：").lower()
    (hint,) = reported(source_of(begins, word, ""))
    assert f"{word.capitalize()}: " in hint


@for_each("source", ORDINARY)
def test_an_ordinary_heading_is_none(source: str) -> None:
    """Whatever word it begins with."""
    assert reported(source) == []


@for_each(
    ("name", "word"),
    [("Cheklist", "checklist"), ("Crads", "cards"), ("Cardiau", "cards"), ("Colunms", "columns")],
    ids=str,
)
def test_what_is_written_as_the_report_says_is_a_block(name: str, word: str) -> None:
    """Applied to the letter."""
    (hint,) = reported(source_of(name, word))
    written = hint.split("`")[1]
    assert report_of(module(f"{written}\n\n{BODIES[word]}")) == ()


def test_each_scene_of_a_story_is_reported() -> None:
    """Also its end, which has no choices; where none has any, the headings are ordinary ones."""
    first = "## Сцена: Візит {#visit}\n\nВи дзвоните.\n\n"
    end = "\n\n## Сцена: Кінець {#end-of-it}\n\nДвері відчиняються."
    found = report_of(module(f"{first}- [Дзвонити ще раз](#end-of-it){end}"))
    assert [d.span.line for d in found if d.rule == "STR-048"] == [5, 11]
    assert "STR-048" not in {d.rule for d in report_of(module(f"{first}- Дзвонити ще раз{end}"))}
