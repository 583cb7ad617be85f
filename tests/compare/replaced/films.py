"""Courses in which another film, picture or file stands under the same id."""

from tests.compare.replaced.pairs import FILM, Pair, course

WATCHED = f"one: The first | {FILM}- watched: 90\n"
OTHER_FILM = "\0\0\0\x18ftypmp42\0\0\0\0mp42mp41"
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nOther words that are said.\n"
AWAY = """
## Watch: The street {#street}
[The street](https://www.youtube.com/watch?v=aaaaaaaaaaa)
- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
- watched: 80%
"""
RECORDING = """
## Listen: A talk {#talk}
[A talk](media/talk.mp3)
- captions: media/film.en.vtt
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"><rect width="{0}" height="{0}"/></svg>\n'
PICTURE = "one: The first | ![A room](images/room.svg)\n\n## File: A form {#form}\n\n[A form](media/form.txt)\n"

FILMS = {
    "film-file": Pair(
        old := course("all-modules", WATCHED, "two: The second | Words."), {**old, "media/film.mp4": OTHER_FILM}
    ),
    "film-away": Pair(course("all-modules", f"one: The first | {AWAY}"), [("v=aaaaaaaaaaa", "v=bbbbbbbbbbb")]),
    "recording": Pair(
        heard := {**course("all-modules", f"one: The first | {RECORDING}"), "media/talk.mp3": "so"},
        {**heard, "media/talk.mp3": "and so"},
    ),
    "pictures": Pair(
        shown := {
            **course("all-modules", PICTURE),
            "images/room.svg": DRAWING.format(10),
            "media/form.txt": "Form A",
        },
        {**shown, "images/room.svg": DRAWING.format(20), "media/form.txt": "Form B"},
    ),
    "captions": Pair(
        spoken := course("all-modules", f"one: The first | {FILM}"), {**spoken, "media/film.en.vtt": CAPTIONS}
    ),
}
"""Name -> what is played."""
