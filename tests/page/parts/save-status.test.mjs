/** What is said of saving, aloud and in its line, and which ways out are offered, for every way in which it stands. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Window } from "happy-dom";
import { saveStatus } from "../../../templates/runtime/page/save-status.js";
import { Strings } from "../../../templates/runtime/page/strings.js";
import { catalogue } from "../../runtime/fakes/catalogue.mjs";

const templates = new URL("../../../templates/", import.meta.url);
const strings = new Strings(catalogue, "en-GB");
const KINDS = /@typedef \{("connecting"[^}]*)\} SaveKind/.exec(readFileSync(new URL("runtime/session/save-kind.js", templates), "utf8"))[1].match(/[a-z-]+/g);

const SAID = "no-lms memory lms-memory lms-partly lms-partly-memory lms-unscored failed failed-memory offline damaged review left after".split(" ");
const RETRIED = "failed failed-memory offline".split(" ");
const FILED = "memory lms-memory lms-partly lms-partly-memory failed failed-memory offline damaged ended gone".split(" ");
const DATED = "failed failed-memory offline ended gone".split(" ");
const AT = new Date(2026, 2, 7, 14, 2);

/** The line and its buttons in a page. */
function line() {
  const { document } = new Window();
  Object.defineProperty(globalThis, "document", { configurable: true, writable: true, value: document });
  Object.defineProperty(globalThis, "window", { configurable: true, writable: true, value: { parent: null } });
  globalThis.window.parent = globalThis.window;
  document.write('<p data-save-status tabindex="-1"></p><p data-save-actions><button>r</button><button>f</button><button>l</button></p>');
  const [said, acts] = [[], []];
  const act = (name) => () => acts.push(name);
  const tell = saveStatus(document, strings, (words) => said.push(words), { retry: act("retry"), file: act("file"), leave: act("leave") });
  const [place, actions] = [document.querySelector("[data-save-status]"), document.querySelector("[data-save-actions]")];
  return { document, said, acts, tell, place, actions, buttons: [...actions.querySelectorAll("button")] };
}

test("each way in which saving stands has its words, its buttons and its sign of trouble", () => {
  for (const kind of KINDS) {
    const { said, tell, place, actions, buttons } = line();
    tell({ kind, at: AT, leaves: false });
    const [retry, file, leave] = buttons.map((button) => !button.hidden);
    assert.deepEqual({ said: said.length, retry, file, leave, actions: !actions.hidden }, {
      said: Number(SAID.includes(kind)),
      retry: RETRIED.includes(kind),
      file: FILED.includes(kind),
      leave: false,
      actions: RETRIED.includes(kind) || FILED.includes(kind),
    }, kind);
    const since = strings.text("save.since", { time: strings.time(AT) });
    assert.equal(place.textContent.endsWith(since), DATED.includes(kind), kind);
    assert.equal(place.textContent.startsWith(strings.text(`save.${kind}`, { time: strings.time(AT) })), true, kind);
    assert.equal(place.dataset.trouble, String(DATED.includes(kind) || kind === "memory"), kind);
  }
});

test("nobody hears the same twice, and that it is well again is said once", () => {
  const { said, tell } = line();
  const tellAll = (...kinds) => kinds.forEach((kind) => tell({ kind, at: AT, leaves: false }));
  tellAll("lms", "lms");
  assert.equal(said.length, 0, "it was well all the time");
  tellAll("failed", "failed", "lms", "lms");
  assert.deepEqual(said, [strings.text("save.failed"), strings.text("save.lms", { time: strings.time(AT) })]);
  for (const kind of ["ended", "connecting"]) {
    tellAll(kind, "lms");
    assert.equal(said.length, 2, kind);
  }
});

test("the buttons do what they say, and who pressed one that goes stands where it is said so", () => {
  const { document, acts, tell, place, actions, buttons } = line();
  tell({ kind: "failed", at: null, leaves: true });
  assert.equal(actions.hidden || buttons.some((button) => button.hidden), false);
  for (const button of buttons) button.click();
  assert.deepEqual(acts, ["retry", "file", "leave"]);
  assert.equal(document.activeElement, place);
  buttons[0].focus();
  tell({ kind: "lms", at: AT, leaves: true });
  assert.deepEqual([buttons.map((button) => button.hidden), actions.hidden, document.activeElement === place], [[true, true, false], false, true]);
  buttons[2].focus();
  tell({ kind: "lms", at: AT, leaves: false });
  assert.deepEqual([buttons[2].hidden, actions.hidden, document.activeElement === place], [true, true, true]);
});

test("in a frame it is the LMS's window that may be closed", () => {
  const alone = line();
  alone.tell({ kind: "left", at: null, leaves: false });
  assert.equal(alone.place.textContent, strings.text("save.left"));
  const framed = line();
  globalThis.window.parent = {};
  framed.tell({ kind: "left", at: null, leaves: false });
  assert.equal(framed.place.textContent, strings.text("save.left-framed"));
});
