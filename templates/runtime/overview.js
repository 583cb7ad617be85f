/** @typedef {import("./course.js").Course} Course */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").ModuleState} ModuleState */
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

  /** @param {string} current id of the module to go on with, or "" */
  offer(current) {
    const module = this.#course.modules.find(({ id }) => id === current);
    if (!module || !this.#start) return;
    const { number, title } = module;
    this.#start.setAttribute("href", `#${module.id}`);
    this.#start.textContent = this.#strings.text("cover.continue", { number, title });
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
    const { done, answered, percent } = progress;
    const total = this.#course.modules.length;
    const words = [this.#strings.plural("progress.modules", total, { done, total })];
    const { rule, passMark } = this.#course.completion;
    if (rule === "pass-mark" && answered > 0 && passMark !== null) {
      words.push(this.#strings.text("progress.score", { percent, passMark }));
    }
    if (completed) words.push(this.#strings.text("progress.completed"));
    return words.join(" ");
  }
}
