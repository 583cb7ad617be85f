"""What becomes of captions that other programs wrote."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.captions.caption import clock
from builder.captions.mending import mend
from builder.check.film.captions import FASTEST, LINES, WIDEST
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from tests.captions import exports


def mended(text: str, encoding: str = "utf-8") -> str:
    """The mended file."""
    return mend(text.encode(encoding)).text


def told(text: str, encoding: str = "utf-8") -> list[str]:
    """What was changed, with its line."""
    return [f"{change.line}: {change.words}" for change in mend(text.encode(encoding)).changes]


def words_of(text: str) -> list[str]:
    """What is said in a file, word by word, as our own reader reads it."""
    cues, faults = parse_webvtt(Source("film.en.vtt", tuple(text.split("\n"))))
    assert faults == []
    return [word for cue in cues for word in cue.text.split()]


def test_an_export_of_teams() -> None:
    """Voices stay, and names are shown where the speaker changes; what machines wrote for machines goes."""
    assert mended(exports.TEAMS) == (
        "WEBVTT\n\n"
        "00:00:03.120 --> 00:00:07.765\n"
        "<v Lefevre, Michelle>Lefevre, Michelle: Good morning everybody,\n"
        "and thank you for coming to hear\n\n"
        "00:00:07.765 --> 00:00:12.100\n"
        "<v Lefevre, Michelle>about the second stage of our work\nwith young people &amp; their families.\n\n"
        "00:00:12.100 --> 00:00:14.000\n<v Sam Owen>Sam Owen: Thank you.\n\n"
        "00:00:14.500 --> 00:00:16.000\n<v Sam Owen>Shall we begin?\n"
    )
    assert told(exports.TEAMS) == [
        "1: the byte order mark at its beginning is gone",
        "1: its lines end as those of WebVTT now",
        "3: identifiers that a machine gave are gone",
        "4: it overlapped the next caption by 0.5 seconds, and ends where that begins",
        "4: it is 2 captions now, to be read in time",
        "8: identifiers that a machine gave are gone",
        "12: notes that a machine wrote for machines are gone",
        "14: identifiers that a machine gave are gone",
    ]


def test_an_export_of_zoom() -> None:
    """Names before the words become voices; a word with a colon that is no name stays a word."""
    assert mended(exports.ZOOM) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ann Smith>Ann Smith: Who decides?\n\n"
        "00:00:03.200 --> 00:00:05.000\n<v Bob Jones>Bob Jones: We all do.\n\n"
        "00:00:05.000 --> 00:00:07.500\n<v Bob Jones>Remember: it is their life.\n"
    )
    assert told(exports.ZOOM) == [
        f"{line}: the name before the words is the speaker now (<v Name>)" for line in (4, 8, 12)
    ]


def test_a_file_of_subrip() -> None:
    """Commas, order, colours, and a caption that ended before it began; italics stay."""
    assert mended(exports.SUBRIP) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<i>Trust</i> comes first, R&amp;D second.\n\n"
        "00:00:04.000 --> 00:00:06.500\nPower is shared.\n\n00:00:07.000 --> 00:00:07.700\nSo it is.\n"
    )
    found = told(exports.SUBRIP)
    assert found[0] == "1: it was a SubRip file (.srt) and is WebVTT now: WEBVTT is its first line"
    assert {
        "3: colours and places of SubRip are gone",
        "6: times have a point in place of a comma",
        "6: this caption stands in the order of time now",
        "9: it ended before it began; now it stands until it is read",
        "13: a caption without words is gone",
    } <= set(found)


def test_captions_of_youtubes_studio() -> None:
    """Times apart by a comma; line breaks that fit stay."""
    assert mended(exports.SBV) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nTrust comes first.\n\n"
        "00:00:03.000 --> 00:00:05.000\nThen we plan\ntogether.\n"
    )
    assert told(exports.SBV) == ["1: it was a file of YouTube (.sbv) and is WebVTT now: WEBVTT is its first line"]


def test_captions_that_youtube_heard() -> None:
    """What rolls is there once, and times within words go."""
    assert " ".join(words_of(mended(exports.YOUTUBE))) == "so we begin with trust and then we plan"
    assert mend(exports.YOUTUBE.encode()).language == "en"
    assert "9: a caption that only repeats is gone" in told(exports.YOUTUBE)
    assert "13: words of the caption before it are gone" in told(exports.YOUTUBE)


@pytest.mark.parametrize("name", ["TEAMS", "ZOOM", "SUBRIP", "SBV", "YOUTUBE"])
def test_mending_twice_changes_nothing_more(name: str) -> None:
    """Nobody need remember whether she did it."""
    once = mended(getattr(exports, name))
    assert mended(once) == once and told(once) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    """As Windows programs save them; it is said what was done."""
    text = "1\n00:00:01,000 --> 00:00:03,000\nPâté – naïve?\n"
    assert words_of(mended(text, encoding)) == ["Pâté", "–", "naïve?"]
    assert told(text, encoding)[0].startswith("1: ")
    assert len(told(text, encoding)) == len(told(text)) + 1


@pytest.mark.parametrize(
    ("language", "page", "words"),
    [
        ("ar", "1256", "مرحبا بكم"),
        ("uk-UA", "1251", "Вітаємо"),
        ("el", "1253", "Καλημέρα"),
        ("pl", "1250", "Cześć"),
        ("cy", "1252", "Siân"),
    ],
)
def test_files_without_unicode_are_read_as_programs_of_their_language_write_them(
    language: str, page: str, words: str
) -> None:
    """A file of an old program does not say how it is read, and Arabic read as Western European is no word at all."""
    made = mend(f"1\n00:00:01,000 --> 00:00:03,000\n{words}\n".encode(f"cp{page}"), language)
    assert words_of(made.text) == words.split()
    assert f"it was read as Windows-{page}" in made.changes[0].words


@pytest.mark.parametrize(
    ("times", "seconds"),
    [
        ("00:00:01,5 --> 00:00:03,25", (1.5, 3.25)),
        ("0:01:02.000 --> 1:00:03.000", (62.0, 3603.0)),
        ("01:02 --> 01:05", (62.0, 65.0)),
        ("00:01:02 -> 00:01:05", (62.0, 65.0)),
        ("00:01:02,000 –> 00:01:05,000", (62.0, 65.0)),
        ("100:00:00.000-->100:00:02.000", (360000.0, 360002.0)),
    ],
)
def test_times_are_read_however_they_are_written(times: str, seconds: tuple[float, float]) -> None:
    """Without hours, without a fraction, with a comma, with another arrow."""
    cues, faults = parse_webvtt(Source("a.vtt", tuple(mended(f"1\n{times}\nSo.\n").split("\n"))))
    assert faults == [] and [(cue.start, cue.end) for cue in cues] == [seconds]


def test_speakers_who_begin_together_share_a_caption() -> None:
    """Neither would be read if one were cut off after a blink."""
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Yes.\n\n00:01.200 --> 00:02.500\n<v Bob>No.\n"
    assert mended(text) == "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ann>Ann: Yes.\n<v Bob>Bob: No.\n"
    assert told(text) == ["6: it began with the caption above it; both are one now"]


def test_one_speaker_alone_need_not_be_named_on_the_screen() -> None:
    """Her voice is kept for the transcript."""
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Yes.\n\n00:03.000 --> 00:05.000\n<v Ann>No.\n"
    assert "Ann:" not in mended(text) and mended(text).count("<v Ann>") == 2


def test_what_an_author_wrote_into_webvtt_stays() -> None:
    """Her notes, suppressions, styles, identifiers and places in the picture."""
    text = (
        "WEBVTT - The film\n\nSTYLE\n::cue { color: yellow }\n\nNOTE Draft: check every line\n\n"
        "NOTE a11y-ok W05: a list of names\n\nopening\n00:00:01.000 --> 00:00:03.000 line:0\nTrust.\n\n"
        "NOTE ask Jo\n\n00:00:04.000 --> 00:00:06.000\nPower.\n\nNOTE the end\n"
    )
    assert mended(text) == text and told(text) == []


def test_words_behind_a_blank_line_are_not_lost() -> None:
    """Players pass over them; they belong to the caption above."""
    text = "1\n00:00:01,000 --> 00:00:05,000\nTrust\n\ncomes first.\n\n2\n00:00:05,000 --> 00:00:07,000\nSo.\n"
    assert words_of(mended(text)) == ["Trust", "comes", "first.", "So."]
    assert "5: words without a time belong to the caption above them now" in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1\n\n00:01 --> 00:03\n\nTrust.\n\n2\n\n00:03 --> 00:05\n\nPower.\n", ["Trust.", "Power."]),
        ("1\n00:01 --> 00:03\nTrust.\n2\n00:03 --> 00:05\nPower.\n", ["Trust.", "Power."]),
        ("1\r00:01 --> 00:03\rTrust.\r\r2\r00:03 --> 00:05\rPower.\r", ["Trust.", "Power."]),
        ("1\n00:01 --> 00:03\nTrust<br>first.\n", ["Trust\nfirst."]),
        ("1\n00:01 --> 00:03\nTrust.\n\n2\n00:01 --> 00:04\nTrust.\n", ["Trust."]),
        ("1\n00:01 --> 00:03\n<3 & <em>so</em>\n", ["<3 & so"]),
        ("1\n00:01 --> 00:03\n42\n\n2\n00:03 --> 00:05\nSo.\n", ["42", "So."]),
    ],
)
def test_untidy_files_are_read_as_they_are_meant(text: str, said: list[str]) -> None:
    """Blank lines too many or too few, ends of lines of an old Mac, breaks of HTML, one caption twice."""
    cues, faults = parse_webvtt(Source("a.vtt", tuple(mended(text).split("\n"))))
    assert faults == [] and [cue.text for cue in cues] == said


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        (["Dr. Jane O'Neill: Welcome.", "Dr. Jane O'Neill: At 10:30 we go."], ["Dr. Jane O'Neill"] * 2),
        (["Speaker 1: Welcome.", "Speaker 2: Thank you.", "And so on."], ["Speaker 1", "Speaker 2", ""]),
        ([">> ANN: Welcome.", ">> BOB: Thank you."], ["ANN", "BOB"]),
        (["Юлія Коваль: Так.", "Юлія Коваль: Добре: так."], ["Юлія Коваль"] * 2),
        (["Time: it takes long.", "Trust: longer.", "And talk.", "So it is.", "Well."], [""] * 5),
        (["three things: trust.", "three things: power."], ["", ""]),
    ],
)
def test_names_are_told_from_words(said: list[str], speakers: list[str]) -> None:
    """A name begins several captions, or most begin with one; words before a colon are no name by that alone."""
    lines = [f"{n}\n00:{n * 2:02},000 --> 00:{n * 2 + 2:02},000\n{text}\n" for n, text in enumerate(said)]
    text = "\n".join(line.replace("00:", "00:00:") for line in lines)
    cues, _ = parse_webvtt(Source("a.vtt", tuple(mended(text).split("\n"))))
    assert [cue.said[0][0] if cue.said else "" for cue in cues] == speakers


def test_a_file_without_times_has_no_captions() -> None:
    """Nothing is made up."""
    assert mend(b"Good morning everybody.\n").captions == 0


WORD = st.text("abcdefghij.,", min_size=1, max_size=12).filter(lambda word: any(map(str.isalpha, word)))
CAPTION = st.tuples(
    st.integers(0, 120_000), st.integers(-500, 30_000), st.sampled_from(["", "Ann", "Bob"]), st.lists(WORD, max_size=40)
)


@given(st.lists(CAPTION, min_size=1, max_size=8))
def test_any_captions_come_out_in_order_and_within_the_limits(given_: list[tuple[int, int, str, list[str]]]) -> None:
    """One at a time, two lines of 42 characters, every word kept, and settled: twice is once."""
    blocks = ["WEBVTT"]
    for start, lasts, voice, words in given_:
        times = f"{clock(start / 1000)} --> {clock(max(0, start + lasts) / 1000)}"
        blocks.append(f"{times}\n{f'<v {voice}>' if voice else ''}{' '.join(words)}")
    text = mended("\n\n".join(blocks) + "\n")
    cues, faults = parse_webvtt(Source("film.en.vtt", tuple(text.split("\n"))))
    if any(words for *_, words in given_):
        assert faults == []
    assert all(earlier.end <= later.start for earlier, later in pairwise(cues))
    lines = [line for cue in cues for line in cue.text.split("\n")]
    assert max(map(len, lines), default=0) <= WIDEST
    assert all(cue.text.count("\n") < LINES for cue in cues)
    assert mended(text) == text


def test_the_limits_are_those_of_the_check() -> None:
    """What is mended is not reported afterwards."""
    from builder.captions import layout

    assert (layout.WIDEST, layout.LINES) == (WIDEST, LINES)
    assert FASTEST


@given(st.lists(CAPTION, min_size=1, max_size=8))
def test_no_word_is_lost_or_said_twice(given_: list[tuple[int, int, str, list[str]]]) -> None:
    """Whatever was out of order, overlapped, or was too long."""
    blocks, number, said = ["WEBVTT"], 0, []
    for start, lasts, voice, words in given_:
        own = [f"w{number + place}{'.' if word.endswith('.') else ''}" for place, word in enumerate(words)]
        number += len(words)
        said += own
        blocks.append(
            f"{clock(start / 1000)} --> {clock(max(0, start + lasts) / 1000)}\n<v {voice or 'Jo'}>{' '.join(own)}"
        )
    text = mended("\n\n".join(blocks) + "\n")
    shown = [word for line in text.split("\n") for word in line.split(">")[-1].split() if word.startswith("w")]
    assert sorted(shown) == sorted(said)
