"""Further lists of words, each word of which does what the list is for, and words near it that do not."""

from pathlib import Path

from PIL import ImageColor

from builder.model.look.theme import OwnFile
from builder.model.media import Asset, Cue, Track
from builder.read.blocks.film_reason import names_nothing
from builder.read.blocks.transcript import passages_of
from builder.read.near_miss.numbers import two_readings
from builder.read.settings.times import as_minutes
from builder.read.theme.own_files import read_own_files
from builder.render.theme.own_styles import faults_of_style
from tests.cases import for_each
from tests.limits.pairs import module, report_of


def minutes(text: str) -> int | None:
    try:
        return as_minutes(text)
    except ValueError:
        return None


MINUTES = "minutes,minute,mins.,mins,min.,min,m,munudau,munud,funud,o funudau,nóiméad,minuten,minutos,minuty,minut,minuta,хвилин,хвилини,хвилина,хв.,хв,دقيقة,دقائق,منٹ,דקות"
HOURS = "hours,hour,hrs.,hrs,hr.,hr,h,awr,oriau,uair,heures,heure,stunden,stunde,std.,std,horas,hora,godziny,godzina,godzin,godz.,години,година,годин,год.,ساعة,ساعات,گھنٹے,שעות"
ABOUT = "about,around,approximately,approx.,approx,roughly,circa,ca.,ca,c.,~,≈,tua,oddeutu,rhyw,environ,etwa,ungefähr,unos,około,ok.,близько,приблизно,حوالي"
AND = "and,a,ac,et,und,y,i,та,і,و"
BEHIND = "approximately,approx.,approx,or so,in total,altogether,in all,long,to complete,yn fras"
PHRASES = {
    30: "half an hour,half hour,hanner awr,une demi-heure,eine halbe stunde",
    60: "an hour,one hour,a single hour,awr,une heure,eine stunde,una hora",
    90: "an hour and a half,one and a half hours,one hour and a half,awr a hanner",
    120: "two hours,dwy awr",
    15: "quarter of an hour,a quarter of an hour,chwarter awr",
    45: "three quarters of an hour,tri chwarter awr",
}


def test_words_of_a_length_of_time() -> None:
    """read.settings.times: in any capitals; what is near them is no length of time."""
    for list_, form, meant in (
        (MINUTES, "20 {}", 20),
        (HOURS, "2 {}", 120),
        (ABOUT, "{} 20 minutes", 20),
        (AND, "1 hour {} 5 minutes", 65),
        (BEHIND, "20 minutes {}", 20),
        (BEHIND, "20 minutes ({})", 20),
        *((words, "{}", length) for length, words in PHRASES.items()),
    ):
        read = {word: minutes(form.format(word)) for word in list_.split(",")}
        assert read == dict.fromkeys(read, meant)
        assert {minutes(form.format(word.upper())) for word in list_.split(",")} == {meant}
    for other in ("20 moments", "20 seconds", "20 mn", "2 days", "2 hs", "maybe 20 minutes", "1 hour or 5 minutes",
                  "20 minutes each", "half a day", "quarter hour", "three hours", "two hour"):  # fmt: skip
        assert minutes(other) is None, other


def ends_sentence(word: str) -> bool:
    """Whether a pause behind a caption that ends with this begins a paragraph of the transcript."""
    cues = (Cue(0, 2, f"They say {word}", 1), Cue(9, 11, "And more.", 2))
    return len(passages_of(Track("captions", Asset("a.vtt", "a.vtt", 1), "en", "English", "", cues), None, "en")) == 2


@for_each(
    "word",
    [
        "A.",
        "Z.",
        "E.g.",
        "e.g.",
        "i.e.",
        "etc.",
        "vs.",
        "Dr.",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Prof.",
        "St.",
        "No.",
        "(Dr.",
        "“A.",
    ],
)
def test_a_short_form_ends_no_sentence(word: str) -> None:
    """read.blocks.transcript._SHORT: but the same letters in another word do."""
    assert not ends_sentence(word)


@for_each("word", ["so.", "So!", "Drs.", "AB.", "dr.", "etcetera.", "Stop.", "Nos.", "mr.", "I.E.", "so.”", "so?)"])
def test_other_words_with_a_full_stop_do(word: str) -> None:
    assert ends_sentence(word)


def film(value: str) -> set[str]:
    """What is said of a film whose captions are this."""
    text = (
        f"## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: {value}\n- descriptions: not needed (all is said)"
    )
    return {one.message for one in report_of(module(text))}


@for_each(
    "word",
    ["none", "nil", "no", "not required", "not necessary", "not applicable", "not available", "n/a", "na", "unnecessary", "tba", "tbc", "to do", "todo", "dim", "немає", "-", "–", "—", "?", "???", "none needed", "none required", "None", "N/A", "TBC"],
)  # fmt: skip
def test_words_for_no_file_are_known(word: str) -> None:
    """read.blocks.film_keys.NO_FILE"""
    assert f'"{word}" names no file' in film(word)


@for_each(
    "word",
    [
        "nobody",
        "nilo",
        "notes",
        "noon",
        "nae",
        "tbx",
        "done",
        "dimmed",
        "none/film.vtt",
        "no-film.vtt",
        "todo.vtt",
        "none-en",
    ],
)
def test_what_may_be_a_file_is_looked_for(word: str) -> None:
    assert f"there is no file {word} in the course folder" in film(word)


def ticked(title: str) -> bool:
    """Whether a list with boxes below a heading is taken for a question that lacks its word."""
    return any(one.rule == "STR-012" for one in report_of(module(f"## {title}\n\n- [ ] One\n- [x] Two")))


@for_each(
    "title",
    [
        "Checklist",
        "Check list",
        "check-list",
        "To do",
        "To-do",
        "todo",
        "Task",
        "Your tasks",
        "Next steps",
        "Action",
        "Actions for today",
    ],
)
def test_what_is_to_be_done_is_no_question(title: str) -> None:
    """read.blocks.shapes._TO_DO"""
    assert not ticked(title)


@for_each("title", ["Check", "List", "Doing", "Steps", "Next", "Reaction", "Multitask", "Which one?"])
def test_other_lists_with_boxes_are(title: str) -> None:
    assert ticked(title)


@for_each(
    "language",
    [
        "ast",
        "az",
        "bs",
        "ca",
        "da",
        "de",
        "dsb",
        "el",
        "es",
        "eu",
        "fo",
        "fur",
        "fy",
        "gl",
        "hr",
        "hsb",
        "ia",
        "id",
        "is",
        "it",
        "jv",
        "kl",
        "km",
        "ku",
        "lb",
        "lij",
        "ln",
        "lo",
        "mk",
        "nds",
        "nl",
        "no",
        "pt",
        "rn",
        "ro",
        "rw",
        "sc",
        "sg",
        "sl",
        "sr",
        "su",
        "tr",
        "vi",
        "wo",
        "de-CH",
        "pt-BR",
        "km-KH",
    ],
)
def test_languages_in_which_a_point_parts_thousands(language: str) -> None:
    """read.near_miss.numbers._POINT_PARTS"""
    found = two_readings("2.500", language)
    assert found is not None
    assert found.hint == "Write 2500 if the point separates thousands, or 2.5000 if it is the decimal point."
    assert [two_readings(number, language) for number in ("2.50", "0.500", "2.5000", "2500.125", "2500")] == [None] * 5


@for_each("language", ["en", "en-GB", "cy", "ga", "fr", "pl", "uk", "ar", "zh", "ka", "ti", "ta"])
def test_other_languages_do_not(language: str) -> None:
    assert two_readings("2.500", language) is None


COPIES = (
    "02-two (1).md,02-two - Copy.md,02-two - Copy (2).md,02-two copy.md,02-two copy 3.md,Copy of 02-two.md,"
    "02-two.sync-conflict-20260512.md,02-two (conflicted copy).md,02-two-DESKTOP-AB12.md,02-two-Anns-MacBook.md,02-two-LAPTOP.md"
)


def same_title(name: str) -> str:
    """What to do about two modules with one title, of which one has this name."""
    text = "---\ntitle: Two\n---\n\nSo.\n"
    found = report_of({"02-two.md": text, name: text})
    return next(d.hint for d in found if d.rule == "A17")


@for_each("name", COPIES.split(","))
def test_names_that_programs_give_to_copies(name: str) -> None:
    """check.page.accessibility._COPY"""
    assert "may be a copy" in same_title(name)


@for_each("name", ["03-copying.md", "03-two-a.md", "03-copies (old).md", "03-photocopy 12.md", "03-pcs.md"])
def test_other_names_are_no_copies(name: str) -> None:
    assert same_title(name) == "Give each module a title of its own."


LABELS = (
    "the correct option,correct options,right choice,the right choices,answer,the answer,answers,ans,key,solution,solutions,"
    "correct answer,the right answers,ateb,atebion,yr ateb cywir,ateb gywir,правильна відповідь,правильні відповіді,відповідь,"
    "ответ,ответы,правильный ответ,réponse,réponses,la réponse correcte,les bonnes réponses,antwort,antworten,richtige antwort,"
    "lösung,respuesta,respuestas correctas,odpowiedź,odpowiedzi,poprawna odpowiedź,poprawne odpowiedzi,risposta,resposta,"
    "răspuns,freagra,atsakymas,cevap,jawaab,الإجابة,الجواب,答案"
)  # fmt: skip


@for_each("label", LABELS.split(","))
def test_words_that_name_the_right_answer(label: str) -> None:
    """read.near_miss.answer_lines.options._LABELS"""
    assert fixed(f"{label}: B"), label
    assert fixed(f"**{label.capitalize()}:** B"), label


def fixed(line: str) -> bool:
    """Whether the remedy of that line puts the x where it says."""
    found = report_of(module(f"## Quiz: Which?\n\nA) One\nB) Two\n\n{line}"))
    return any(
        "- [x] Two" in edit.text or edit.text.startswith("[x]") or "[x] " in edit.text
        for one in found
        for edit in one.fix
    )


@for_each("label", ["note", "hint", "responder", "key point", "our choice", "wrong answer", "solved", "antworter"])
def test_other_words_do_not(label: str) -> None:
    assert not fixed(f"{label}: B"), label


def style(text: str) -> list[str]:
    """What is said of a style sheet of a course's own."""
    return [one.message for one in faults_of_style(OwnFile("theme/a.css", text))]


def test_each_colour_of_css_is_a_colour() -> None:
    """render.theme.colour_words.COLOUR_WORDS: as Pillow knows them."""
    for name in ("transparent", *ImageColor.colormap):
        for text in (f"p {{ color: {name} }}", f"p {{ border: 1px solid {name.upper()} }}"):
            assert [one.split(" ")[0].lower() for one in style(text)] == [name], text
        assert style(f"p {{ content: {name} }}") == style(f"p {{ color: var(--{name}) }}") == []
    for other in ("inherit", "currentcolor", "reddish", "dark", "bluegreen", "none"):
        assert style(f"p {{ color: {other} }}") == [], other


def test_each_way_to_write_a_colour_is_known() -> None:
    """render.theme.own_styles._LITERAL and _COLOURED"""
    for way in [
        "rgb(",
        "rgba(",
        "hsl(",
        "hsla(",
        "hwb(",
        "lab(",
        "lch(",
        "oklab(",
        "oklch(",
        "color(",
        "color-mix(",
        "light-dark(",
        "device-cmyk(",
    ]:
        assert style(f"p {{ width: {way}1) }}") == [f"{way[:-1]} is a colour that nobody has checked"], way
    for value in ("#fff", "#FFFFFF80", "#12345"):
        assert len(style(f"p {{ width: {value} }}")) == 1, value
    for value in ("#ff", "calc(1)", "var(--x)", "labs(1)", "url(#fff)"):
        assert style(f"p {{ width: {value} }}") == [], value
    for name in ("color", "background", "background-color", "border-left", "outline-color", "fill", "stroke", "box-shadow", "column-rule",
                 "text-decoration", "caret-color", "accent-colour"):  # fmt: skip
        assert len(style(f"p {{ {name}: red }}")) == 1, name
    for name in ("content", "font", "stroke-width", "fill-rule", "my-background"):
        assert style(f"p {{ {name}: red }}") == [], name


def test_what_changes_colours_unseen_is_known() -> None:
    """render.theme.own_styles._WEAKENS"""
    for name in ("opacity", "filter", "backdrop-filter", "mix-blend-mode", "forced-color-adjust"):
        assert style(f"p {{ {name}: 0.5 }}") == [f"{name} changes colours in a way that nobody has checked"]
        assert [style(f"p {{ {name}: {value} }}") for value in ("1", "none", "auto", "normal")] == [[], [], [], []]
    assert style("p { background-blend-mode: x }") == style("p { color-adjust: x }") == []


def test_each_ending_of_a_template_or_a_style_is_read(tmp_path: Path) -> None:
    """read.theme.own_files: and no other file of that folder."""
    (tmp_path / "theme").mkdir()
    templates, styles = (
        ["html", "htm", "xhtml", "jinja", "jinja2", "j2", "HTML"],
        ["css", "scss", "sass", "less", "CSS"],
    )
    for number, ending in enumerate((*templates, *styles, "txt", "woff2", "csss", "htmls")):
        (tmp_path / "theme" / f"a{number}.{ending}").write_text("x")
    (tmp_path / "theme" / ".hidden.css").write_text("x")
    found = read_own_files(tmp_path)
    assert [sorted(one.path.rpartition(".")[2] for one in files) for files in found[:2]] == [
        sorted(templates),
        sorted(styles),
    ]
    assert found[2] == []


EMPTY = [
    "a",
    "all",
    "also",
    "already",
    "am",
    "an",
    "and",
    "any",
    "anything",
    "are",
    "as",
    "at",
    "audio",
    "aloud",
    "be",
    "been",
    "but",
    "by",
    "can",
    "content",
    "described",
    "description",
    "descriptions",
    "do",
    "does",
    "else",
    "every",
    "everything",
    "explained",
    "explains",
    "extra",
    "film",
    "for",
    "from",
    "have",
    "heard",
    "has",
    "here",
    "in",
    "important",
    "information",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "key",
    "mentioned",
    "need",
    "needed",
    "needs",
    "no",
    "none",
    "not",
    "nothing",
    "of",
    "on",
    "only",
    "or",
    "out",
    "part",
    "parts",
    "presented",
    "read",
    "relevant",
    "required",
    "said",
    "say",
    "says",
    "screen",
    "see",
    "seen",
    "shown",
    "shows",
    "so",
    "sound",
    "speech",
    "spoken",
    "that",
    "the",
    "them",
    "there",
    "therefore",
    "they",
    "thing",
    "things",
    "this",
    "to",
    "track",
    "video",
    "visible",
    "visual",
    "visuals",
    "voice",
    "watched",
    "we",
    "what",
    "whatever",
    "which",
    "with",
    "words",
    "you",
]


def test_a_reason_of_these_words_alone_fits_every_film() -> None:
    """read.blocks.film_reason._SAYS_NOTHING: with one that names what is shown it is a reason."""
    assert [word for word in EMPTY if not names_nothing(f"All {word.upper()} is said.")] == []
    for word in (
        "speaker",
        "slides",
        "nobody",
        "map",
        "saying",
        "scream",
        "she",
        "reads",
        "partner",
        "filmed",
        "notes",
    ):
        assert not names_nothing(f"only the {word} is shown"), word
