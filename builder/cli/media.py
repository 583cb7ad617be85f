"""`media`: the command for films and recordings."""

from pathlib import Path

import click

from builder.cli.group import main
from builder.cli.options import COURSE, JSON
from builder.cli.terminal import paint, progress, say, say_json


@main.command(
    epilog="""\b
Examples:
  satchel media
  satchel media my-course --encode
  satchel media --film who-helps.mp4 --poster 0:42
  satchel media --captions ~/Downloads/meeting.vtt --film who-helps.mp4
  satchel media --draft --model ~/models/whisper-small
"""
)
@COURSE
@click.option(
    "--film",
    "films",
    metavar="FILM",
    multiple=True,
    help="Only this film: its file, or the id of its block. May be given several times.",
)
@click.option(
    "--encode", is_flag=True, help="Make films fit for the web that are not. Your files are kept, in `originals`."
)
@click.option("--poster", metavar="TIME", help="Write the picture of this moment, such as 0:42, as the film's poster.")
@click.option(
    "--captions",
    "export",
    type=click.Path(path_type=Path),
    help="Take captions from SubRip (.srt), or from Teams, Zoom, YouTube, Whisper and others: mend them, and put them beside the film as WebVTT.",
)
@click.option(
    "--draft",
    is_flag=True,
    help="Draft captions by faster-whisper, on this machine. Needs the extra `drafts`, and a model.",
)
@click.option(
    "--model",
    default="small",
    show_default=True,
    metavar="MODEL",
    help="The model for --draft: its folder, or its name if it was fetched before.",
)
@click.option(
    "--language",
    metavar="TAG",
    help="The language of captions, such as cy. Otherwise that of the course, or what the file says.",
)
@JSON
@click.pass_context
def media(
    ctx: click.Context,
    course: Path,
    films: tuple[str, ...],
    encode: bool,
    poster: str | None,
    export: Path | None,
    draft: bool,
    model: str,
    language: str | None,
    as_json: bool,
) -> None:
    """Say what the films and recordings of COURSE are made of, where they play, and what makes them fit for the web.

    It names codec, size, bit rate and loudness (EBU R128), and what is missing. Only with --encode, --poster,
    --captions or --draft does it write anything. Needs ffmpeg, or the extra `media`; --captions needs neither.

    Exit status: 0 when nothing is in the way, 1 when a film cannot be played or followed by somebody, or was not made,
    2 when the command could not be carried out.
    """
    from builder.media.work import Wishes, do

    asked = [
        name
        for name, is_asked in (("--encode", encode), ("--poster", poster), ("--captions", export), ("--draft", draft))
        if is_asked
    ]
    if len(asked) > 1:
        raise click.BadParameter("name one of them at a time", ctx, param_hint=" and ".join(asked))
    try:
        outcome = do(course, Wishes(films, encode, poster, export, draft, model, language), progress(), paint)
    except ValueError as problem:
        raise click.BadParameter(str(problem), ctx, param_hint=asked[0] if asked else "--film") from problem
    if as_json:
        say_json(outcome.value)
    else:
        say(outcome.text)
    ctx.exit(0 if outcome.sound else 1)


@main.command(
    "stream-player",
    epilog="""\b
Examples:
  satchel stream-player
  satchel stream-player my-course
""",
)
@COURSE
def stream_player(course: Path) -> None:
    """Fetch hls.js from npm into COURSE: it plays streams (.m3u8) in browsers that cannot, such as Firefox.

    It has 600 KB, and is loaded only by such a browser, when a learner plays a stream. Its licence goes with it. Without
    Node on the machine, the extra `engines` brings npm.
    """
    from builder.media.stream_player import fetch_stream_player

    path = fetch_stream_player(course)
    named = path.relative_to(course).as_posix()
    say(f"{named}, {round(path.stat().st_size / 1000)} KB\n  In course.yml write: stream-player: {named}")
