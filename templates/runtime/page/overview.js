import { quote } from "./strings.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("../learner/progress.js").Progress} Progress */
/** @typedef {import("../learner/progress.js").ModuleState} ModuleState */
/** @typedef {import("./strings.js").Strings} Strings */

/** How far the learner is, in words: beside each module, and on the cover. */
export class Overview {
  #course;
  #strings;
  /** @type {Map<string, Element[]>} */
  #states = new Map();
  /** @type {NodeListOf<Element>} */
  #lines;
  #start;
  /** @type {Map<string, ModuleState>} */
  #shown = new Map();

  /**
   * @param {Document} page
   * @param {Course} course
   * @param {Strings} strings
   */
  constructor(page, course, strings) {
    this.#course = course;
    this.#strings = strings;
    this.#lines = page.querySelectorAll("[data-progress]");
    this.#start = page.querySelector("a[data-start]");
    for (const element of page.querySelectorAll("[data-module-state]")) {
      const module = element.getAttribute("data-module-state") ?? "";
      this.#states.set(module, [...(this.#states.get(module) ?? []), element]);
    }
  }

  /**
   * @param {Progress} progress
   * @param {boolean} completed
   */
  update(progress, completed) {
    for (const [module, state] of progress.modules) {
      if (this.#shown.get(module) !== state) this.#showState(module, state);
    }
    const words = this.#progressWords(progress, completed);
    for (const line of this.#lines) line.textContent = words;
  }

  /** @param {string} current id of the module that was opened last, or "" */
  offer(current) {
    const next = this.#next(current);
    if (!next || !this.#start) return;
    const { number, element } = next;
    const title = quote(element.querySelector("h1"));
    const again = this.#shown.get(next.id) === "done" && number === 1;
    this.#start.setAttribute("href", `#${next.id}`);
    this.#start.replaceChildren(...this.#strings.sentence(again ? "cover.again" : "cover.continue", { number, title }));
  }

  /**
   * Where she was; after the last module, what is still open; after that, the first.
   * @param {string} current
   */
  #next(current) {
    const { modules } = this.#course;
    const place = modules.find(({ id }) => id === current);
    const atEnd = place?.number === modules.length && this.#shown.get(current) === "done";
    return atEnd ? (modules.find(({ id }) => this.#shown.get(id) !== "done") ?? modules[0]) : place;
  }

  /**
   * @param {string} module
   * @param {ModuleState} state
   */
  #showState(module, state) {
    const words = this.#strings.text(`state.${state}`);
    for (const element of this.#states.get(module) ?? []) {
      element.textContent = words;
      element.setAttribute("data-state", state);
    }
    this.#shown.set(module, state);
  }

  /**
   * @param {Progress} progress
   * @param {boolean} completed
   */
  #progressWords(progress, completed) {
    const { opened, left, waiting, answered, scored, points, percent } = progress;
    const { rule, passMark, partial } = this.#course.completion;
    const words = [];
    if (completed) words.push(this.#strings.text("progress.completed"));
    else words.push(this.#strings.plural("progress.modules", this.#course.modules.length, { opened }));
    if (rule !== "all-modules" && !completed && scored > 0) {
      words.push(this.#strings.plural("progress.answered", scored, { answered: answered + waiting }));
    }
    if (waiting > 0) words.push(this.#strings.plural("progress.waiting", waiting));
    if (rule === "pass-mark" && answered > 0 && passMark !== null) {
      const key = points === scored && !partial ? "progress.score" : "progress.points";
      words.push(this.#strings.text(key, { percent, passMark }));
    }
    if (completed && left > 0) words.push(this.#strings.plural("progress.left", left));
    return words.join(" ");
  }
}
