import { quote } from "./strings.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("../learner/progress.js").Deed} Deed */
/** @typedef {import("../learner/progress.js").Progress} Progress */
/** @typedef {import("../learner/progress.js").Todo} Todo */
/** @typedef {import("../learner/progress.js").ModuleState} ModuleState */
/** @typedef {import("./strings.js").Strings} Strings */

const DEEDS = /** @type {const} */ (["open", "read", "watch", "decide", "confirm", "answer", "hand-in"]);

/** @type {(todo: Todo, strings: Strings) => string} what is left of one deed in a module */
export const todoWords = ({ deed, at }, strings) => (deed === "read" ? strings.text("todo.read-on") : strings.spelled(`todo.${deed}`, at.length));

/** @type {(state: ModuleState | undefined) => boolean} by the course's rule */
const isDone = (state) => state === "done" || state === "opened";

/** How far the learner is, in words: beside each module, and on the cover. */
export class Overview {
  #course;
  #strings;
  /** @type {Map<string, Element[]>} */
  #states = new Map();
  /** @type {Element[]} */
  #lines = [];
  #cover;
  #start;
  #bar;
  /** @type {Map<string, Element>} of the figure on the cover, by module */
  #rings;
  #completed = false;
  /** @type {Map<string, ModuleState>} */
  #shown = new Map();
  /** @type {Map<string, string>} */
  #words = new Map();
  /** @type {Map<string, string[]>} */
  #waits = new Map();
  /** @type {Map<string, Todo[]>} */
  #todos = new Map();

  /**
   * @param {Document} page
   * @param {Course} course
   * @param {Strings} strings
   */
  constructor(page, course, strings) {
    this.#course = course;
    this.#strings = strings;
    this.#cover = page.getElementById("cover");
    const front = this.#cover ?? page;
    this.#start = front.querySelector("a[data-start]");
    this.#bar = /** @type {HTMLProgressElement | null} */ (front.querySelector("[data-bar]"));
    this.#rings = new Map([...front.querySelectorAll("[data-module-ring]")].map((ring) => [ring.getAttribute("data-module-ring") ?? "", ring]));
    // The whole page is looked through once: it may have a hundred thousand elements.
    for (const element of page.querySelectorAll("[data-module-state], [data-progress]")) {
      const module = element.getAttribute("data-module-state");
      if (module === null) this.#lines.push(element);
      else this.#states.set(module, [...(this.#states.get(module) ?? []), element]);
    }
  }

  /**
   * @param {Progress} progress
   * @param {boolean} completed
   */
  update(progress, completed) {
    this.#completed = completed;
    this.#waits = progress.waits;
    for (const { id, element } of this.#course.modules) element.toggleAttribute("data-waits", progress.waits.has(id));
    for (const [module, state] of progress.modules) {
      const todo = state === "started" && !completed ? progress.todo.get(module) : [];
      this.#todos.set(module, todo ?? []);
      this.#showState(module, state, todo ?? []);
    }
    // Nothing is said of modules before there is anything to say.
    this.#cover?.toggleAttribute("data-begun", this.#waits.size > 0 || [...this.#shown.values()].some((state) => state !== "not-started"));
    const words = this.#progressWords(progress, completed);
    // The page of the result says so above.
    const failed = progress.failed ? ` ${this.#strings.text("result.failed")}` : "";
    const left = completed && progress.left > 0 ? ` ${this.#strings.plural("progress.left", progress.left)}` : "";
    for (const line of this.#lines) {
      line.textContent = words + left + (line.closest("#result") ? "" : failed);
      // What is taken along invites to nothing.
      line.setAttribute("data-progress", words + failed);
    }
    if (this.#bar) this.#bar.value = progress.merely ? progress.opened : progress.done;
  }

  /**
   * @param {HTMLElement} page the one that is shown
   * @returns {Todo[]} what is left of its module
   */
  endOf(page) {
    return this.#todos.get(page.id) ?? [];
  }

  /** @param {string} current id of the module that was opened last, or "" */
  offer(current) {
    const next = this.#next(current);
    if (!next || !this.#start) return;
    const { number, element } = next;
    const title = quote(element.querySelector("h1"));
    const again = number === 1 && (this.#completed || [...this.#shown.values()].every(isDone));
    this.#start.setAttribute("href", `#${next.id}`);
    this.#start.replaceChildren(...this.#strings.sentence(again ? "cover.again" : "cover.continue", { number, title }));
  }

  /**
   * Where she was; after the last module, what is still to do; after that, the first.
   * @param {string} current
   */
  #next(current) {
    const { modules } = this.#course;
    const place = modules.find(({ id }) => id === current);
    const isOpen = (/** @type {string} */ id) => !isDone(this.#shown.get(id));
    const atEnd = place?.number === modules.length && (this.#completed || !isOpen(current));
    return atEnd ? ((!this.#completed && modules.find(({ id }) => isOpen(id))) || modules[0]) : place;
  }

  /**
   * @param {string} module
   * @param {ModuleState} state
   * @param {Todo[]} todo
   */
  #showState(module, state, todo) {
    const list = this.#strings.list(todo.map((left) => todoWords(left, this.#strings))).join("");
    const first = this.#waits.get(module)?.map((id) => this.#course.modules.find((other) => other.id === id)?.element.querySelector("h1"));
    const waits = () => this.#strings.sentence("state.waits", { list: this.#strings.list((first ?? []).map(quote)).flat() });
    const words = first ? waits().map((part) => (typeof part === "string" ? part : part.textContent)).join("") : `${this.#strings.text(`state.${state}`)}${list && `: ${list}`}`;
    if (this.#words.get(module) === words) return;
    for (const element of this.#states.get(module) ?? []) {
      element.replaceChildren(...(first ? waits() : [words]));
      element.setAttribute("data-state", first ? "waits" : state);
    }
    this.#rings.get(module)?.setAttribute("data-state", state);
    this.#shown.set(module, state);
    this.#words.set(module, words);
  }

  /**
   * @param {Progress} progress
   * @param {boolean} completed
   */
  #progressWords(progress, completed) {
    const { opened, done, waiting, answered, scored, points, percent } = progress;
    const { rule, passMark, partial } = this.#course.completion;
    const total = this.#course.modules.length;
    const words = [];
    if (completed) words.push(this.#strings.text("progress.completed"));
    else if (progress.merely) words.push(this.#strings.plural("progress.modules", total, { opened }));
    else words.push(this.#strings.plural("progress.done", total, { done }), this.#todo(progress));
    if (waiting && (completed || rule === "all-modules")) words.push(this.#strings.plural("progress.waiting", waiting));
    if (passMark && answered) {
      const key = points === scored && !partial ? "progress.score" : "progress.points";
      words.push(this.#strings.text(key, { percent, passMark }));
    }
    return words.filter(Boolean).join(" ");
  }

  /**
   * @param {Progress} progress
   * @returns {string | undefined} what is left in the whole course, in a sentence; undefined when nothing can be done any more
   */
  #todo({ todo, percent, failed }) {
    const left = [...todo.values()].flat();
    const count = (/** @type {Deed} */ of) => left.reduce((sum, { deed, at }) => sum + (deed === of ? at.length : 0), 0);
    const list = DEEDS.filter(count).map((deed) => this.#strings.spelled(`todo.${deed}`, count(deed)));
    const { rule, passMark: mark } = this.#course.completion;
    const passMark = mark ?? 100;
    if (rule === "pass-mark" && !failed && percent < passMark) list.push(this.#strings.text("todo.mark", { passMark }));
    return list[0] && this.#strings.text("progress.todo", { list: this.#strings.list(list).join("") });
  }
}
