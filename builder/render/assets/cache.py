"""What is made of our own templates alone, kept beside them as Python keeps its own: joining costs a sixth of a small build."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from os import replace
from pathlib import Path
from tempfile import mkstemp

HERE = Path(__file__).parent
FOLDER = "__pycache__"


def kept(folder: Path, name: str, made_by: tuple[str, ...], make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """The texts that `make` gives, from the file `name` beside the templates in `folder` while nothing they rest on has changed.

    They rest on every script in `folder` and on the modules `made_by` of this package. Where nothing may be written
    they are made each time.
    """
    key, file = _fingerprint(folder, made_by), folder / FOLDER / name
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if found["key"] == key:
            return dict(found["texts"])
    texts = make()
    with suppress(OSError):
        _write(file, json.dumps({"key": key, "texts": dict(texts)}))
    return texts


def _fingerprint(folder: Path, made_by: tuple[str, ...]) -> str:
    seen = sha256()
    for path in (*(HERE / name for name in made_by), *sorted(folder.rglob("*.js"))):
        content = path.read_bytes()
        seen.update(f"{path} {len(content)} ".encode() + content)
    return seen.hexdigest()


def _write(file: Path, text: str) -> None:
    """Write it whole or not at all: another build may be reading it."""
    file.parent.mkdir(exist_ok=True)
    handle, scratch = mkstemp(dir=file.parent)
    with open(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
    replace(scratch, file)
