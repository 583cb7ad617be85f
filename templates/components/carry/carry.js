import { offerFile } from "../../runtime/record/download.js";
import { LARGEST, readWork, writeWork } from "../../runtime/state/work-file.js";

/** @typedef {import("../../runtime/course.js").Course} Course */
/** @typedef {import("../../runtime/device/clock.js").Clock} Clock */
/** @typedef {import("../../runtime/session/session.js").Session} Session */
/** @typedef {import("../../runtime/state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../../runtime/state/work-file.js").Work} Work */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/**
 * @typedef {object} Carrying
 * @property {Course} course
 * @property {Strings} strings
 * @property {Clock} clock
 * @property {Pick<Session, "work" | "absorb">} session
 * @property {() => void} leave what is being typed is written down first
 */

/**
 * The learner's work, out into a file and in from one.
 * @param {Document} page
 * @param {Carrying} carrying
 * @returns {() => void} saves it to a file
 */
export function carry(page, carrying) {
  const root = page.querySelector("[data-carry]");
  if (!(root instanceof HTMLDetailsElement)) return () => {};
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-carry-${name}]`));
  const { strings, session, course } = carrying;
  const copy = /** @type {HTMLTextAreaElement} */ (part("copy"));
  const paste = /** @type {HTMLTextAreaElement} */ (part("paste"));
  const file = /** @type {HTMLInputElement} */ (part("file"));
  const text = /** @type {HTMLDetailsElement} */ (part("text"));
  /** @type {Work | null} */
  let found = null;

  const say = (/** @type {string} */ name, /** @type {(string | Node)[]} */ ...words) => {
    const line = part(name);
    line.replaceChildren(...words);
    line.hidden = words.length === 0;
    // Said by being gone to: whoever pressed the button stands where it is answered.
    if (!line.hidden) line.focus();
  };
  const written = () => {
    carrying.leave();
    const { work } = session;
    return work === null ? "" : writeWork({ course: course.id, title: course.title, saved: carrying.clock.now(), snapshot: work });
  };
  const save = () => {
    const name = nameOf(course.id, carrying.clock.now());
    root.open = true;
    // Where it may have been stopped, the other way opens by itself.
    const stopped = offerFile(page.body, name, "application/json", written());
    text.open ||= stopped;
    copy.value = written();
    say("saved", strings.text(stopped ? "carry.refused" : "carry.saved", { name }));
  };
  const show = (/** @type {boolean} */ shown) => {
    part("found").hidden = !shown;
    if (!shown) found = null;
  };
  const look = (/** @type {string} */ words) => {
    show(false);
    const read = readWork(words, course.id);
    if ("fault" in read) return say("told", ...strings.sentence(`carry.${read.fault}`, { title: [foreign(page, read.title)] }));
    say("told");
    carrying.leave();
    found = read.work;
    part("rows").replaceChildren(...rows(read.work, session.work, course, strings).map((cells) => row(page, cells)));
    show(true);
    part("heading").focus();
  };

  part("save").addEventListener("click", save);
  text.addEventListener("toggle", () => text.open && (copy.value = written()));
  copy.addEventListener("focus", () => copy.select());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    // The same file can be chosen again.
    const words = chosen.size > 4 * LARGEST ? "" : await chosen.text().catch(() => "");
    file.value = "";
    look(words);
  });
  part("read").addEventListener("click", () => look(paste.value));
  part("join").addEventListener("click", () => {
    const work = found;
    show(false);
    if (work) session.absorb(work.snapshot);
    paste.value = "";
    say("told", strings.text("carry.done"));
  });
  part("leave").addEventListener("click", () => {
    show(false);
    say("told", strings.text("carry.left"));
  });
  return save;
}

/**
 * What the file holds, and what is here: nobody replaces anything that she has not seen the size of.
 * @param {Work} work
 * @param {Snapshot | null} here
 * @param {Course} course
 * @param {Strings} strings
 * @returns {[string, string, string][]}
 */
function rows(work, here, course, strings) {
  const items = [...course.items.values()];
  const asked = items.filter(({ privacy, element }) => privacy === undefined && !element.hasAttribute("data-undrawn"));
  const written = items.filter(({ privacy }) => privacy !== undefined);
  const count = (/** @type {Snapshot | null} */ snapshot, /** @type {typeof items} */ of) => {
    const answered = of.filter(({ id }) => (snapshot?.items.get(id)?.state ?? "unanswered") !== "unanswered").length;
    return strings.text("carry.of", { count: answered, total: of.length });
  };
  const opened = (/** @type {Snapshot | null} */ snapshot) =>
    strings.text("carry.of", { count: course.modules.filter(({ id }) => snapshot?.modules.has(id)).length, total: course.modules.length });
  const when = work.saved ? strings.moment(work.saved) : strings.text("carry.unknown");
  /** @type {[string, string, string][]} */
  const all = [
    [strings.text("carry.when"), when, strings.text("carry.now")],
    [strings.text("carry.modules"), opened(work.snapshot), opened(here)],
  ];
  if (asked.length > 0) all.push([strings.text("carry.questions"), count(work.snapshot, asked), count(here, asked)]);
  const notes = (/** @type {Snapshot | null} */ snapshot) => (snapshot ? snapshot.portfolio.notes.size + snapshot.portfolio.passages.length : 0);
  if (notes(work.snapshot) + notes(here) > 0) all.push([strings.text("carry.notes"), `${notes(work.snapshot)}`, `${notes(here)}`]);
  if (written.length > 0) all.push([strings.text("carry.reflections"), count(work.snapshot, written), count(here, written)]);
  return all;
}

/**
 * @param {Document} page
 * @param {[string, string, string]} cells
 * @returns {HTMLElement}
 */
function row(page, [name, ...values]) {
  const line = page.createElement("tr");
  const head = page.createElement("th");
  head.scope = "row";
  head.textContent = name;
  const cells = values.map((value) => Object.assign(page.createElement("td"), { textContent: value }));
  line.append(head, ...cells);
  return line;
}

/**
 * @param {Document} page
 * @param {string} title of another course: nobody knows in which language
 * @returns {HTMLElement}
 */
function foreign(page, title) {
  // An empty tag is a language that is not known; no tag would be that of the page.
  return Object.assign(page.createElement("span"), { lang: "", dir: "auto", textContent: title });
}

/**
 * The name says which course and which day, and nothing of the learner.
 * @param {string} course
 * @param {Date} day
 * @returns {string}
 */
function nameOf(course, day) {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${course}-work-${day.getFullYear()}-${month}-${date}.json`;
}
