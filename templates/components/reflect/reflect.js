import { joinTexts } from "../../runtime/state/join-texts.js";
import { languageOf } from "../../runtime/page/strings.js";
import { savedWords } from "../../runtime/page/saved-words.js";
import { aboutOf, laterOf } from "./about.js";
import { keeperWords, roomWords } from "./room.js";

/** @typedef {import("../../runtime/contract.js").Privacy} Privacy */
/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

const TYPING_PAUSE = 300;
const MOST_ROWS = 24;

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const reflect = { open };

/**
 * A reflection: a box that keeps what is written in it on this device, as it is written; and in the LMS, when the
 * author chose so.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(element, bench) {
  const box = /** @type {HTMLTextAreaElement} */ (element.querySelector("textarea"));
  const saved = /** @type {Element} */ (element.querySelector("[data-saved]"));
  const id = element.dataset["item"] ?? "";
  const privacy = /** @type {Privacy} */ (element.dataset["privacy"] ?? "device");
  const later = laterOf(element, bench, id);
  const tell = aboutOf(element, bench, id);
  let kept = "";
  let untouched = false;
  /** @type {() => void} */
  let cancel = () => {};
  let opened = bench.clock.ticks();

  /** @param {"idle" | "soon"} when */
  const keep = (when) => {
    cancel();
    if (box.value === kept) return;
    kept = box.value;
    untouched = false;
    if (privacy === "report") bench.learning.report(noteOf(element, bench, kept, opened));
    opened = bench.clock.ticks();
    bench.learning.write(id, kept, privacy === "device" ? "" : when);
    element.dataset["state"] = bench.learning.recordOf(id).state;
    tell(kept);
    const time = bench.strings.time(bench.clock.now());
    saved.textContent = bench.keeps() === null ? "" : bench.strings.text(keptWhere() ?? savedWords(bench), { time });
  };
  /** Key of what is said where this device does not keep it, or not for good; undefined where it does. */
  const keptWhere = () => {
    if (!bench.keeps()) return privacy !== "device" && bench.room() ? "reflect.to-lms" : "reflect.not-saved";
    return bench.device.shared ? savedWords(bench) : undefined;
  };
  box.addEventListener("input", () => {
    grow(box);
    tell(box.value);
    cancel();
    cancel = bench.clock.later(() => keep("idle"), TYPING_PAUSE);
  });
  box.addEventListener("blur", () => keep("soon"));
  bench.whenLeaving(() => keep("soon"));

  const restore = () => {
    cancel();
    const { text, state } = bench.learning.recordOf(id);
    const typing = box.value !== kept;
    kept = text;
    if (!typing) box.value = text;
    else box.value = joinTexts(text, box.value);
    keep("soon");
    grow(box);
    element.dataset["state"] = state;
    later();
    tell(box.value);
    untouched = !typing;
    tellFound();
  };
  /** What was found here, as long as nothing was written since: where it is kept is known a little later. */
  const tellFound = () => {
    if (!untouched) return;
    const { text, state, joined, sent } = bench.learning.recordOf(id);
    const otherwise = !bench.alone() && !sent !== (privacy === "device");
    const key = joined ? "reflect.two-versions" : text === "" ? wordsOf(state) : otherwise ? `reflect.still-${privacy}` : (keptWhere() ?? "reflect.kept");
    saved.textContent = text !== "" && bench.keeps() === null ? "" : bench.strings.text(key);
  };
  bench.whenSaved(tellFound);
  restore();
  if (privacy !== "device") showRoom(element, bench, privacy, () => kept);
  return restore;
}

/**
 * Who keeps the words, and how many more there is room for. They stay on the device where there is no LMS; but as long
 * as one may yet be found the page does not promise so.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @param {Privacy} privacy
 * @param {() => string} text
 */
function showRoom(element, bench, privacy, text) {
  const { item = "" } = element.dataset;
  const who = element.querySelector("[data-kept]");
  const line = element.querySelector("[data-room]");
  const show = () => {
    const room = bench.room();
    const sentence = keeperWords(room, item, text(), bench.alone() ? "device" : privacy, bench.strings);
    if (who && who.textContent !== sentence) who.textContent = sentence;
    const words = room ? roomWords(room, item, text(), privacy, bench.strings) : "";
    if (line && line.textContent !== words) line.textContent = words;
  };
  bench.whenSaved(show);
  show();
}

/**
 * What a tutor is to read.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @param {string} text
 * @param {number} since
 * @returns {import("../../runtime/lms/keeper.js").Note}
 */
function noteOf(element, bench, text, since) {
  const label = element.querySelector("label");
  const description = label?.textContent ?? "";
  const language = languageOf(label);
  const seconds = (bench.clock.ticks() - since) / 1000;
  const item = element.dataset["item"] ?? "";
  const types = bench.typesOf(element);
  const given = { choices: [], correct: [], response: [text], right: false };
  return { ...given, item, types, seconds, at: bench.clock.now(), description, language };
}

/**
 * @param {string} state
 * @returns {string} key of what is said of an empty box
 */
function wordsOf(state) {
  return state === "answered" ? "reflect.elsewhere" : "reflect.nothing-yet";
}

/**
 * More lines when the words need them, never fewer: nothing below jumps up while somebody writes. Where the
 * stylesheet can do it (field-sizing), it does.
 * @param {HTMLTextAreaElement} box
 */
function grow(box) {
  if (CSS.supports("field-sizing", "content")) return;
  while (box.scrollHeight > box.clientHeight + 2 && box.rows < MOST_ROWS) box.rows += 2;
}
