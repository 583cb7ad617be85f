"""`satchel stand-in MODULE`: finds the module in its course, and makes the film that its Watch block names."""

from pathlib import Path

from builder.did_you_mean import NAME, did_you_mean
from builder.errors import UnreadableSource
from builder.kinds import KINDS
from builder.model.blocks import Watch
from builder.model.course import Course, Module
from builder.read import read_course
from builder.read.files.names_on_disk import composed
from builder.stand_in.film import make_film
from builder.stand_in.script import write_script


def make_stand_in(folder: Path, name: str) -> tuple[Path, ...]:
    """Make the stand-in film of a module: the paths of the film, captions, chapters, descriptions and poster.

    `name` is the module's id or file. The film goes where the module's Watch block points, or to `media/<id>.mp4` when
    it has none yet. Faults of the course do not matter here: the film may be what is missing. Raises
    `UnreadableSource` when there is no such module, `MissingTool` when ffmpeg or espeak-ng is not installed.
    """
    course, _ = read_course(folder, KINDS)
    module = _find(course, name)
    film = next((block for block in module.blocks if isinstance(block, Watch)), None)
    target = Path(film.media.source) if film and not film.remote else Path("media", f"{module.id}.mp4")
    return make_film(write_script(module), folder / target.parent, target.stem)


def _find(course: Course, name: str) -> Module:
    wanted = Path(name).name
    for module in course.modules:
        if composed(wanted) in {module.id, composed(module.span.path)}:
            return module
    known = [key for module in course.modules for key in (module.id, module.span.path)]
    near = did_you_mean(wanted, known, NAME)
    hint = f"did you mean {near}?" if near else f"the modules are {', '.join(known[::2])}"
    raise UnreadableSource(name, f"there is no such module; {hint}")
