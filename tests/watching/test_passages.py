"""A transcript made of captions and text descriptions."""

from builder.model.content import words
from builder.model.media import Asset, Cue, Passage, Track
from builder.read.blocks.transcript import as_text, passages_of
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt


def track(*cues: tuple[float, float, str], kind: str = "captions", language: str = "en") -> Track:
    """A track of captions: begin, end, words with their marks."""
    lines = ["WEBVTT", ""]
    for start, end, text in cues:
        stamps = (f"00:{int(time // 60):02}:{time % 60:06.3f}" for time in (start, end))
        lines += [" --> ".join(stamps), *text.split("\n"), ""]
    read, faults = parse_webvtt(Source("film.vtt", tuple(lines)))
    assert faults == []
    return Track(kind, Asset("film.vtt", "film.vtt", 1), language, "English", "\n".join(lines), read)


def made(*cues: tuple[float, float, str], shown: Track | None = None) -> tuple[Passage, ...]:
    """The transcript of such captions in an English course."""
    return passages_of(track(*cues), shown, "en-GB")


def told(passages: tuple[Passage, ...]) -> list[str]:
    """Each paragraph in words."""
    return [" ".join(sentence.words for sentence in passage.sentences) for passage in passages]


def test_each_sentence_has_its_moment() -> None:
    """One that begins within a caption, as near as its words tell; one that ends in the next caption is whole."""
    (passage,) = made((1, 5, "One two. Three four"), (5, 7, "five. Six."))
    assert [(sentence.start, sentence.words) for sentence in passage.sentences] == [
        (1.0, "One two."),
        (3.0, "Three four five."),
        (6.0, "Six."),
    ]


def test_a_full_stop_of_a_title_ends_nothing() -> None:
    """Nor that of an initial or a shortened word; quotes behind a full stop belong to the sentence."""
    (passage,) = made((0, 4, 'Dr. J. Ward said: "No, e.g. never." Then she left!'))
    assert [sentence.words for sentence in passage.sentences] == [
        "Dr. J. Ward said: “No, e.g. never.”",
        "Then she left!",
    ]


def test_sentences_end_with_the_signs_of_their_script() -> None:
    """Japanese and Chinese have no spaces, also where a line ended; Arabic, Urdu and Hindi have stops of their own."""
    passages = made((1, 5, "信頼が先です。次に\n計画します。"), (5, 7, "そして実行します。"))
    assert [sentence.words for passage in passages for sentence in passage.sentences] == [
        "信頼が先です。",
        "次に計画します。",
        "そして実行します。",
    ]
    for one, other in (("هل تثقون بنا؟", "نعم، نثق."), ("کیا آپ آئیں گے؟", "جی ہاں۔"), ("क्या आप आएँगे?", "हाँ।")):
        (passage,) = made((1, 3, f"{one} {other}"))
        assert [sentence.words for sentence in passage.sentences] == [one, other]


def test_a_pause_behind_a_sentence_begins_a_paragraph() -> None:
    """Of 0.7 seconds; a pause within a sentence does not."""
    assert told(made((0, 1, "One."), (1.69, 3, "Two."), (3.7, 4, "Three,"), (6, 7, "four."))) == [
        "One. Two.",
        "Three, four.",
    ]


def test_five_sentences_are_a_paragraph() -> None:
    """Where nobody pauses."""
    assert told(made(*((time, time + 1, f"{time}.") for time in range(7)))) == ["0. 1. 2. 3. 4.", "5. 6."]


def test_words_without_full_stops_are_no_endless_paragraph() -> None:
    """As machines write captions: it ends with the caption that brings it to 80 words."""
    cues = [(float(time), time + 1.0, " ".join(f"word{time}{place}" for place in range(10))) for time in range(9)]
    assert [len(text.split()) for text in told(made(*cues))] == [80, 10]


def test_speakers_are_kept() -> None:
    """Each has a paragraph, also two in one caption; classes of a voice are no part of the name."""
    passages = made(
        (0, 1, "<v Ann>Hello."), (1, 2, "<v.loud Ben Okri>Hello\n<v Ann>You &amp; I."), (2, 3, "<v Ann>Yes.</v>")
    )
    assert [(passage.speaker, *told((passage,))) for passage in passages] == [
        ("Ann", "Hello."),
        ("Ben Okri", "Hello"),
        ("Ann", "You & I. Yes."),
    ]
    assert words(as_text(passages)).split("\n")[0] == "Ann: Hello."


def test_rolling_captions_are_told_once() -> None:
    """Each caption repeats the line above it and adds one, with fillers in between, as services for films write them."""
    lines = ["we asked them", "what they needed", "and then we", "asked again and", "again until we knew"]
    cues = []
    for place, line in enumerate(lines):
        above = f"{lines[place - 1]}\n" if place else ""
        cues += [(place * 2.0, place * 2 + 1.99, f"{above}{line}"), (place * 2 + 1.99, place * 2 + 2.0, line)]
    assert told(made(*cues)) == [" ".join(lines)]


def test_who_says_a_word_twice_said_it_twice() -> None:
    """Ordinary captions may begin with what was just said."""
    assert told(
        made((0, 1, "No."), (1, 2, "No. Never."), (2, 3, "We thought so,"), (3, 4, "all of us,"), (4, 5, "for years."))
    ) == ["No. No. Never. We thought so, all of us, for years."]


def test_what_is_shown_stands_where_it_is_seen() -> None:
    """Between two sentences of one speaker too; the first of both when both begin at once."""
    shown = track((2, 3, "A door opens."), kind="descriptions")
    passages = made((0, 1, "One."), (1, 2.1, "Two."), (2.2, 3, "Three."), shown=shown)
    assert [(passage.shown, *told((passage,))) for passage in passages] == [
        (False, "One. Two."),
        (True, "A door opens."),
        (False, "Three."),
    ]


def test_a_passage_says_its_language_where_it_is_another() -> None:
    """Captions in `en` are in the language of a course in `en-GB`; Welsh ones are not."""
    assert made((0, 1, "One."))[0].language == ""
    assert passages_of(track((0, 1, "Un."), language="cy"), None, "en-GB")[0].language == "cy"


def test_a_caption_without_words_says_nothing() -> None:
    """Only a place where nobody speaks."""
    assert told(made((0, 1, "<i></i>"), (1, 2, "One."))) == ["One."]
    assert passages_of(track((0, 1, "<i></i>")), None, "en") == ()
    assert Cue(0, 1, "").said == ()
