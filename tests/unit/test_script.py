"""The joiner: what becomes of modules, and what it refuses."""

import gzip
import re
import subprocess
from pathlib import Path

import pytest

from builder.errors import TemplateFault
from builder.render.assets.script import join_scripts
from builder.render.assets.scripts import course_scripts
from tests.node import node_command

TEMPLATES = Path(__file__).parents[2] / "templates"
DESTINATIONS = ("scorm12", "scorm2004", "web")


def write(folder: Path, **files: str) -> Path:
    """Put modules into a folder: `a="..."` becomes `a.js`."""
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def run(script: str) -> str:
    """What a script prints when it runs as a classic script in node."""
    node = [*node_command(), "--eval", f"const document = undefined;\n{script}"]
    return subprocess.run(node, capture_output=True, text=True, check=True, timeout=120).stdout.strip()


def test_joined_modules_run_in_the_order_of_their_imports(tmp_path: Path) -> None:
    """Names of different modules do not meet, `as` renames, and the entry is called with the destination."""
    write(
        tmp_path,
        main='import { name as first } from "./one.js";\nimport { name } from "./two.js";\n'
        "/** Starts. */\nexport function start(destination) { console.log(first, name(), destination); }\n",
        one='const secret = "one";\nexport const name = secret;\n',
        two='import { name as other } from "./one.js";\nconst secret = "two";\n'
        "export function name() { return other + secret; }\n",
    )
    assert run(join_scripts(tmp_path, "main.js", "web")) == "one onetwo web"


def test_each_form_of_export_is_joined(tmp_path: Path) -> None:
    """A function, an async function, a const and a class."""
    write(
        tmp_path,
        main='import {\n  a,\n  b,\n  C,\n  d,\n} from "./parts.js";\n'
        "export function start() { console.log(a(), b() instanceof Promise, new C().d, d); }\n",
        parts="export function a() { return 1; }\nexport async function b() {}\n"
        "export class C { d = 2; }\nexport const d = 3;\n",
    )
    assert run(join_scripts(tmp_path, "main.js", "web")) == "1 true 2 3"


def test_comments_go_and_what_looks_like_one_stays(tmp_path: Path) -> None:
    """Strings, templates and regular expressions may hold the signs of a comment."""
    write(
        tmp_path,
        main='/** A JSDoc comment with `export` and "import".\n * @param {string} x it\'s */\n'
        "// a line\n"
        'const a = "http://x/*y*/"; // the end of a line\n'
        "const b = 'it\\'s // here', c = `/* ${a} */`;\n"
        'const d = "a/b".replace(/[/"]\\/*/g, "//"), e = 8 / 2 / 2;\n'
        "const f = /** @type {any} */ (e);\n"
        "export function start() { console.log([a, b, c, d, f].join(' ')); }\n",
    )
    script = join_scripts(tmp_path, "main.js", "web")
    assert "JSDoc" not in script and "a line" not in script and "the end" not in script
    assert run(script) == "http://x/*y*/ it's // here /* http://x/*y*/ */ a//b 2"


def test_only_brackets_that_say_nothing_go(tmp_path: Path) -> None:
    """Round a whole value, and round a lone parameter; where they hold things together they stay, and so does what it comes to."""
    shown = [
        "const one = /** @type {number} */ (2);",
        "const twice = (value) => (value + value);",
        "const made = (value) => ({ value });",
        "const soon = async (value) => (value);",
        "const same = one === (one || 3);",
        "const last = ((one, 7));",
        "const say = (...words) => console.log(words.join());",
        "say((one + twice(one)) * 2, same, null ?? (one && 5), last, same ? (one) : (last));",
        "say(made((one)).value, one < (3), !(one, 0), typeof soon(...([1])));",
    ]
    write(tmp_path, start="export function start() {\n" + "\n".join(shown) + "\n}\n")
    script = join_scripts(tmp_path, "start.js", "web")
    assert run(script) == "12,true,5,7,2\n2,true,true,object"
    for tight in ("=2,", "n=>n+n", "async n=>n", "(3)", "...[1])"):
        assert tight in script


def test_a_destination_with_an_entry_of_its_own_begins_there(tmp_path: Path) -> None:
    """`start.js` stands for `start-web.js` when that is there."""
    write(
        tmp_path,
        **{
            "start": "export function start() { shared(); }\n",
            "start-web": "export function start() { alone(); }\n",
        },
    )
    assert "alone" in join_scripts(tmp_path, "start.js", "web")
    assert "shared" in join_scripts(tmp_path, "start.js", "scorm12")


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("const a = 1;\nexport default a;\n", 2, "export default"),
        ("export { a };\n", 1, "export { a }"),
        ('\n\nexport * from "./b.js";\n', 3, "export *"),
        ("export let a = 1;\n", 1, "export let"),
        ('import "./b.js";\n', 1, 'import "./b.js"'),
        ('import b from "./b.js";\n', 1, "import b"),
        ('import * as b from "./b.js";\n', 1, "import *"),
        ('import { b } from "b";\n', 1, "import { b }"),
        ('/**\n * Two lines.\n */\nconst b = import("./b.js");\n', 4, "import("),
        ("const a = 1;\nconst b = import.meta.url;\n", 2, "import.meta"),
        ("await thing();\n", 1, "await"),
        ('import { b } from "./nowhere.js";\n', 1, "no such module: nowhere.js"),
        ('\nimport { c } from "./b.js";\n', 2, "b.js exports no c"),
        ("export function begin() {}\n", 1, "exports no function start"),
    ],
)
def test_what_the_joiner_does_not_understand_is_refused_with_its_line(
    tmp_path: Path, source: str, line: int, reason: str
) -> None:
    """Nothing is guessed: the template fault names file, line and what stands there."""
    start = "" if "begin" in source else "export function start() {}\n"
    write(tmp_path, main=source + start, b="export const b = 1;\n")
    with pytest.raises(TemplateFault) as refused:
        join_scripts(tmp_path, "main.js", "web")
    assert f"template main.js, line {line}:" in str(refused.value)
    assert reason in str(refused.value)


def test_a_circle_of_imports_is_refused_and_drawn(tmp_path: Path) -> None:
    """The message names every module of the circle."""
    write(
        tmp_path,
        main='import { a } from "./a.js";\nexport function start() { a(); }\n',
        a='import { b } from "./b.js";\nexport const a = b;\n',
        b='// first\nimport { a } from "./a.js";\nexport const b = a;\n',
    )
    circle = r"b\.js, line 2: circular import: main\.js -> a\.js -> b\.js -> a\.js"
    with pytest.raises(TemplateFault, match=circle):
        join_scripts(tmp_path, "main.js", "web")


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_our_script_is_the_same_each_time_and_plain(destination: str) -> None:
    """UTF-8 with line feeds, strict, ending with the one call."""
    script = join_scripts(TEMPLATES, "runtime/start.js", destination)
    assert script == join_scripts(TEMPLATES, "runtime/start.js", destination)
    assert "\r" not in script and "/**" not in script
    assert script.startswith('(function () {\n"use strict";\n')
    assert script.endswith(f'("{destination}");\n}})();\n')


def test_the_web_course_carries_nothing_of_scorm() -> None:
    """An offline course asks for no LMS and knows no element of its data model."""
    script = join_scripts(TEMPLATES, "runtime/start.js", "web")
    for word in ("cmi.", "API_1484_11", "LMSInitialize", "suspend_data"):
        assert word not in script
    for destination in ("scorm12", "scorm2004"):
        package = join_scripts(TEMPLATES, "runtime/start.js", destination)
        assert "API_1484_11" in package and "LMSInitialize" in package


NAMESPACE = re.compile(r"http://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com/office|purl\.org/dc/elements)/")
"""What a Word document calls its parts: names, which nothing ever fetches."""
FORBIDDEN = ("eval(", "new Function", "innerHTML", "insertAdjacentHTML", "XMLHttpRequest", "http")


def test_no_script_uses_what_the_content_security_policy_forbids() -> None:
    """No code from text, no style in markup, no other host."""
    entries = [("runtime/start.js", destination) for destination in DESTINATIONS]
    for entry, destination in [*entries, ("runtime/start-record.js", "web")]:
        script = NAMESPACE.sub("", join_scripts(TEMPLATES, entry, destination))
        for word in FORBIDDEN:
            assert word not in script
    assert "fetch(" not in join_scripts(TEMPLATES, "runtime/start.js", "web")


def test_no_script_keeps_the_page_from_the_back_forward_cache() -> None:
    """A listener for `unload` would; one for `beforeunload` is there only while something would be lost."""
    for destination in DESTINATIONS:
        script = join_scripts(TEMPLATES, "runtime/start.js", destination)
        assert re.findall(r"\w*unload\w*", script) == ["beforeunload", "beforeunload"]
        assert 'removeEventListener("beforeunload"' in script


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_every_script_parses_as_a_classic_script(destination: str, tmp_path: Path) -> None:
    """Checked by node, which reads `.cjs` as a script and not as a module."""
    joined = tmp_path / "satchel.cjs"
    joined.write_text(join_scripts(TEMPLATES, "runtime/start.js", destination), encoding="utf-8")
    checked = subprocess.run([*node_command(), "--check", str(joined)], capture_output=True, text=True, timeout=120)
    assert checked.returncode == 0, checked.stderr


def test_all_scripts_of_a_package_weigh_at_most_48_kilobytes() -> None:
    """As a server sends them."""
    weight = {name: len(gzip.compress(script.encode(), mtime=0)) for name, script in course_scripts(TEMPLATES).items()}
    record = weight.pop("record")
    assert max(weight.values()) + record <= 48 * 1024
