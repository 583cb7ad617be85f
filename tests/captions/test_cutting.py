"""Where long captions are cut, in scripts with spaces and without, and how long each piece stands."""

import pytest

from builder.captions.mending import mend
from builder.check.film.captions import FASTEST, LONGEST, SHORTEST, WIDEST
from builder.model.content.line_width import line_width
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from tests.cases import for_each

MEETING = """WEBVTT

00:00:03.120 --> 00:00:18.640
<v Ann Smith>Good morning everybody, and thank you for coming to hear about the second stage of our work with young people and their families. What we found is that trust comes first, and that nobody will tell you what they really think until they know that you will stay. So we stayed.</v>

00:00:18.640 --> 00:00:29.500
<v Sam Owen>I would like to add to that, because in our team of the NHS we saw the same thing, although it took us nearly two years before anybody from the council would come to the meetings.</v>
"""


def cues(text: str) -> list[tuple[float, float, str]]:
    """Start, end and words of each caption of the mended file, as our own reader reads it."""
    found, faults = parse_webvtt(Source("film.en.vtt", tuple(mend(text.encode()).text.split("\n"))))
    assert faults == []
    return [(cue.start, cue.end, cue.text) for cue in found]


def test_a_long_caption_is_cut_where_a_speaker_pauses() -> None:
    """No line ends with a word that belongs to the next one, no caption holds two words alone."""
    assert [words for _, _, words in cues(MEETING)] == [
        "Ann Smith: Good morning everybody,\nand thank you for coming to hear",
        "about the second stage of our work\nwith young people and their families.",
        "What we found is that trust comes first,\nand that nobody will tell you what",
        "they really think until they know\nthat you will stay. So we stayed.",
        "Sam Owen: I would like to add to that,",
        "because in our team of the NHS we saw\nthe same thing, although it took us nearly",
        "two years before anybody from the council\nwould come to the meetings.",
    ]


def test_each_piece_can_be_read_in_its_time() -> None:
    """None stands too long, too short, or goes before it is read."""
    for start, end, words in cues(MEETING):
        assert SHORTEST <= end - start <= LONGEST
        assert len(words) / (end - start) <= FASTEST
        assert max(map(len, words.split("\n"))) <= WIDEST


def test_a_caption_that_goes_too_soon_stays_until_it_is_read() -> None:
    """Or until the next one begins; the names that are shown are read as well."""
    text = (
        "1\n00:00:01,000 --> 00:00:01,400\nAnn: That is what I was hoping you would say, Sam.\n\n"
        "2\n00:00:05,000 --> 00:00:05,500\nSam: It took two years to get there, though.\n\n"
        "3\n00:00:06,000 --> 00:00:08,000\nAnn: Yes.\n"
    )
    assert [(start, end) for start, end, _ in cues(text)] == [(1, 3.5), (5, 6), (6, 8)]
    changes = [change.words for change in mend(text.encode()).changes]
    assert changes.count("it stands a little longer now, to be read in time") == 2


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "今日は、子どもたちと家族のための新しい取り組みについてお話しします。だから私たちは何度も会いに行きました。",
            [
                "今日は、子どもたちと家族のための\n新しい取り組みについてお話しします。",
                "だから私たちは何度も会いに行きました。",
            ],
        ),
        (
            "我们首先要建立信任，没有信任，孩子们就不会告诉我们他们真正的想法，所以我们一次又一次地去看望他们。",
            ["我们首先要建立信任，没有信任，\n孩子们就不会告诉我们他们真正的想法，", "所以我们一次又一次地去看望他们。"],
        ),
        (
            "สวัสดีทุกท่าน ขอบคุณที่มาฟังเรื่องการทำงานกับเด็กและครอบครัว เราพบว่าความไว้วางใจต้องมาก่อน",
            ["สวัสดีทุกท่าน\nขอบคุณที่มาฟังเรื่องการทำงานกับเด็กและครอบครัว", "เราพบว่าความไว้วางใจต้องมาก่อน"],
        ),
        (
            "صباح الخير جميعًا، وشكرًا لحضوركم للاستماع إلى المرحلة الثانية من عملنا. هل تثقون بنا؟ لقد وجدنا أن الثقة تأتي أولًا.",
            ["صباح الخير جميعًا، وشكرًا لحضوركم\nللاستماع إلى المرحلة الثانية من عملنا.", "هل تثقون بنا؟\nلقد وجدنا أن الثقة تأتي أولًا."],
        ),
        (
            "Czy ufacie nam? Zaufanie jest pierwsze, a bez niego nikt nie powie tego, co naprawdę myśli o naszej pracy.",
            ["Czy ufacie nam? Zaufanie jest pierwsze,", "a bez niego nikt nie powie tego,\nco naprawdę myśli o naszej pracy."],
        ),
    ],
)  # fmt: skip
def test_scripts_are_cut_by_their_own_signs(words: str, lines: list[str]) -> None:
    """Chinese and Japanese between signs, Thai at its spaces, Arabic at its own comma; no word of any is cut."""
    found = [text for _, _, text in cues(f"1\n00:00:01,000 --> 00:00:09,000\n{words}\n")]
    assert found[: len(lines)] == lines
    assert "".join("".join(found).split()) == "".join(words.split())
    assert all(line_width(line) <= WIDEST for text in found for line in text.split("\n"))


FILES = {
    "whisper.tsv": "start\tend\ttext\n1000\t2400\tTrust comes first.\n2400\t4000\tThen we plan.\n",
    "whisper.json": '{"segments":[{"start":1.0,"end":2.4,"text":" Trust comes first."},{"start":2.4,"end":4.0,"text":" Then we plan."}],"language":"en"}',
    "whisperx.json": '{\n "segments": [\n {"start": 1, "end": 2.4, "text": "Trust comes first.", "words": []},\n {"start": 2.4, "end": 4, "text": "Then we plan."}]}',
    "whisper.cpp": '{"result":{"language":"en"},"transcription":[{"offsets":{"from":1000,"to":2400},"text":" Trust comes first."},{"offsets":{"from":2400,"to":4000},"text":" Then we plan."}]}',
    "youtube.json3": '{"events":[{"tStartMs":1000,"dDurationMs":1400,"segs":[{"utf8":"Trust "},{"utf8":"comes first."}]},{"tStartMs":2400,"dDurationMs":1600,"segs":[{"utf8":"Then we plan."}]}]}',
    "youtube.srv3": '<?xml version="1.0"?><timedtext><body><p t="1000" d="1400">Trust comes first.</p><p t="2400" d="1600">Then we plan.</p></body></timedtext>',
    "premiere.dfxp": '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en">\n<p begin="00:00:01.000" end="00:00:02.400">Trust <span>comes</span> first.</p>\n<p begin="2.4s" dur="1600ms">Then we plan.</p></tt>',
    "resolve.srt": "\ufeff1\r\n01:00:01,000 --> 01:00:02,400\r\nTrust comes first.\r\n\r\n2\r\n01:00:02,400 --> 01:00:04,000\r\nThen we plan.\r\n",
    "frames.srt": "1\n00:00:01:00 --> 00:00:02:10\nTrust comes first.\n\n2\n00:00:02:10 --> 00:00:04:00\nThen we plan.\n",
    "commas.vtt": "WEBVTT\n\n00:00:01,000 --> 00:00:02,400\nTrust comes first.\n\n00:00:02,400 --> 00:00:04,000 line:84% position:50%\nThen we plan.\n",
}
"""Two captions, as other programs write them."""


@for_each("name", sorted(FILES))
def test_files_of_other_programs_say_the_same(name: str) -> None:
    """Tables, JSON and XML; times from one hour on, in frames, with commas."""
    assert cues(FILES[name]) == [(1.0, 2.4, "Trust comes first."), (2.4, 4.0, "Then we plan.")]
    once = mend(FILES[name].encode()).text
    assert mend(once.encode()).text == once and mend(once.encode()).changes == ()


@for_each(
    "text",
    [
        '{"segments":[{"start":NaN,"end":1,"text":"a"},{"start":Infinity,"end":1,"text":"b"},{"start":-1,"end":1,"text":"c"}]}',
        '{"segments":[{"start":"x","end":null,"text":"a"},{"start":1,"end":2,"text":["a"]},7]}',
        '{"segments":"none"}',
        "[1,2]",
        "[" * 100_000,
        "start\tend\ttext\nnan\t1\ta\n",
        '<tt><p begin="1.2.3" end="2s">a</p><p begin="soon">b</p></tt>',
        "<html><p>Hello</p></html>",
    ],
)
def test_files_that_only_look_like_captions_have_none(text: str) -> None:
    """Nothing is made up, and nothing breaks."""
    assert mend(text.encode()).captions == 0


@for_each("name", ["whisper.tsv", "whisper.json", "whisper.cpp"])
def test_what_a_machine_heard_is_marked_as_a_draft(name: str) -> None:
    """Until the author has checked every line (MED-006)."""
    assert mend(FILES[name].encode()).text.startswith("WEBVTT\n\nNOTE Draft: check every line\n\n00:00:01.000")


@for_each("encoding", ["utf-16-le", "utf-16-be", "cp932", "cp949", "cp950", "cp936", "cp874"])
def test_old_files_of_asia_are_read(encoding: str) -> None:
    """By the language that the command names; UTF-16 also without a mark."""
    words, language = {
        "cp932": ("信頼が先です。", "ja"),
        "cp949": ("신뢰가 먼저입니다.", "ko"),
        "cp950": ("信任優先。", "zh-Hant"),
        "cp936": ("信任优先。", "zh-CN"),
        "cp874": ("ความไว้วางใจ", "th"),
    }.get(encoding, ("Trust comes first.", "en"))
    made = mend(f"1\n00:00:01,000 --> 00:00:03,000\n{words}\n".encode(encoding), language)
    assert words in made.text and made.captions == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ann Smith  0:01\nWho decides?", "Sam Owen  0:04\nWe do."),
        ("- [Ann Smith] Who decides?", "- [Sam Owen] We do."),
        ("Ann Smith: Who decides?", "Sam Owen: We do."),
        ("[Ann Smith]: Who decides?", "[Sam Owen]: We do."),
        (">> Ann Smith: Who decides?", ">> Sam Owen: We do."),
        ("<v Ann Smith>Who decides?</v>", "<v Sam Owen>We do.</v>"),
    ],
)
def test_speakers_are_known_however_they_are_written(first: str, second: str) -> None:
    """As Otter, Rev, Zoom, Meet, live captioners and Teams write them."""
    text = f"1\n00:00:01,000 --> 00:00:03,000\n{first}\n\n2\n00:00:04,000 --> 00:00:06,000\n{second}\n"
    assert [words for _, _, words in cues(text)] == ["Ann Smith: Who decides?", "Sam Owen: We do."]


def test_a_name_on_a_line_of_its_own_comes_again() -> None:
    """As Meet and Teams write transcripts; a title above words is no speaker, nor a sound in brackets."""
    said = ["Ann Smith\nWho decides?", "Sam Owen\nWe do.", "Ann Smith\nGood."]
    text = "\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n" for n, words in enumerate(said, 1))
    assert [words for _, _, words in cues(text)] == ["Ann Smith: Who decides?", "Sam Owen: We do.", "Ann Smith: Good."]
    other = ["Social Care Wales\nwelcomes you.", "- [Music] plays on.", "Power and\ntrust."]
    text = "\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n" for n, words in enumerate(other, 1))
    assert "<v" not in mend(text.encode()).text


def test_marks_that_turn_words_round_go() -> None:
    """Programs for subtitles put them round lines of Arabic and Hebrew; a course refuses them."""
    made = mend("1\n00:00:01,000 --> 00:00:03,000\n\u202bשלום לכולם.\u202c\n".encode())
    assert "שלום לכולם.\n" in made.text and not set(made.text) & {"\u202b", "\u202c"}


def test_an_hour_of_silence_is_no_zero_of_a_cutting_program() -> None:
    """Something is said in the first minutes of every film; a file that begins later is a part of a long one."""
    near, far = (f"1\n01:{minute}:00,000 --> 01:{minute}:02,000\nTrust.\n" for minute in ("04", "05"))
    assert [start for start, _, _ in cues(near)] == [240] and [start for start, _, _ in cues(far)] == [3900]
    ten = "1\n10:00:00,000 --> 10:00:02,000\nTrust.\n"
    assert [start for start, _, _ in cues(ten)] == [0]
