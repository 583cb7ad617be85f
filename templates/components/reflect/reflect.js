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
  /** As it was when the page was opened. */
  let found = bench.learning.recordOf(id);
  let untouched = false;
  /** @type {() => void} */
  let cancel = () => {};
  let opened = bench.clock.ticks();
  // Where there is no LMS the page says that words stay here, and so they do until she says that they are hers in one.
  const rule = () => (bench.alone() ? "device" : privacy);

  /** @param {"idle" | "soon"} when */
  const keep = (when) => {
    cancel();
    if (box.value === kept) return;
    kept = box.value;
    untouched = false;
    // What she typed and took back again is no change: it goes no further than what she found.
    const undone = kept && kept === found.text;
    if (rule() === "report") bench.learning.report(noteOf(element, bench, undone && !found.sent ? "" : kept, opened));
    opened = bench.clock.ticks();
    bench.learning.write(id, kept, (undone ? found.sent === undefined : privacy === "device") ? "" : when, undone ? found.sent === 0 : bench.alone());
    element.dataset["state"] = bench.learning.recordOf(id).state;
    tell(kept);
    saved.textContent = bench.keeps() === null ? "" : bench.strings.text(keptWhere() ?? savedWords(bench), { time: bench.strings.time(bench.clock.now()) });
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
  const keepSoon = () => keep("soon");
  box.addEventListener("blur", keepSoon);
  bench.whenLeaving(keepSoon);

  const restore = () => {
    cancel();
    found = { ...bench.learning.recordOf(id) };
    const { text, state } = found;
    const typing = box.value !== kept;
    kept = text;
    if (!typing) box.value = text;
    else box.value = joinTexts(text, box.value);
    keepSoon();
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
    const { text, state, joined, sent, index } = bench.learning.recordOf(id);
    // Words keep the rule by which they were written until they are changed.
    const was = !sent ? "device" : index < 0 ? "lms-resume" : "report";
    const key = !text ? (state === "answered" ? "reflect.elsewhere" : "reflect.nothing-yet") : was !== rule() ? `reflect.was-${was}` : joined ? "reflect.two-versions" : (keptWhere() ?? "reflect.kept");
    saved.textContent = text && bench.keeps() === null ? "" : bench.strings.text(key);
  };
  bench.whenSaved(tellFound);
  restore();
  const who = element.querySelector("[data-kept]");
  // Of words that stay on the device there is no such line: they have all the room that there is.
  const line = element.querySelector("[data-room]");
  /** Who keeps the words, and how many more there is room for. As long as an LMS may yet be found, that they stay here is not promised. */
  const showRoom = () => {
    const room = bench.room();
    const sentence = keeperWords(room, id, kept, rule(), bench.strings);
    if (who && who.textContent !== sentence) who.textContent = sentence;
    const words = room ? roomWords(room, id, kept, privacy, bench.strings) : "";
    if (line && line.textContent !== words) line.textContent = words;
  };
  bench.whenSaved(showRoom);
  showRoom();
  return restore;
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
  return {
    choices: [],
    correct: [],
    response: [text],
    right: false,
    item: element.dataset["item"] ?? "",
    types: bench.typesOf(element),
    seconds: (bench.clock.ticks() - since) / 1000,
    at: bench.clock.now(),
    description: label?.textContent ?? "",
    language: languageOf(label),
  };
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
