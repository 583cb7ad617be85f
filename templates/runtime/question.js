import { answerOf } from "./answers.js";
import { basisOf } from "./course.js";
import { OUTDATED } from "./state/snapshot.js";

/** @typedef {import("./lms/keeper.js").Note} Note */
/** @typedef {import("./state/snapshot.js").ItemState} ItemState */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {import("./workbench.js").Workbench} Workbench */

/**
 * One message to the learner about an answer.
 *
 * @typedef {object} Feedback
 * @property {string} verdict in words, with its full stop
 * @property {{words: string, feedback: DocumentFragment}[]} options feedback on single options; `words` of the option,
 *   or "" when there is only one
 * @property {DocumentFragment | null} overall
 */

/** The frame that all scored questions share: the error, the feedback, the state, the note to the LMS. */
export class Question {
  #form;
  #bench;
  #id;
  #region;
  #error;
  #shownAt;
  #limit;
  #line;
  /** @type {() => void} */
  #again = () => {};
  /** What is right. */
  answer;

  /**
   * @param {HTMLElement} form
   * @param {Workbench} bench
   */
  constructor(form, bench) {
    this.#form = form;
    this.#bench = bench;
    this.#id = form.dataset["item"] ?? "";
    this.#region = form.querySelector("[data-feedback]");
    this.#error = form.querySelector("[data-error]");
    this.#line = form.querySelector("[data-attempts-left]");
    this.#limit = Number(form.dataset["attempts"] ?? Number.POSITIVE_INFINITY);
    this.#shownAt = bench.clock.ticks();
    form.addEventListener("submit", (event) => this.#guard(event), { capture: true });
    form.querySelector("[data-check]")?.addEventListener("click", (event) => {
      // A frame in a sandbox may forbid forms: then nobody hears of a submit that the browser has begun.
      event.preventDefault();
      form.dispatchEvent(new Event("submit", { cancelable: true }));
    });
    this.answer = answerOf(form.ownerDocument, this.#id);
  }

  /** @returns {import("./state/snapshot.js").ItemRecord} */
  get record() {
    const record = this.#bench.learning.recordOf(this.#id);
    return this.#left(record) === 0 ? { ...record, draft: null } : record;
  }

  /**
   * Shows what is remembered, now and whenever more is known.
   * @param {() => void} restore
   * @returns {() => void}
   */
  resumes(restore) {
    this.#again = restore;
    restore();
    return restore;
  }

  /** @returns {boolean} whether the last attempt was used up */
  get #spent() {
    return this.#left(this.record) === 0;
  }

  /**
   * @param {Readonly<import("./state/snapshot.js").ItemRecord>} record
   * @returns {number} attempts; a question that has changed since may be answered once more
   */
  #left({ attempts, basis }) {
    return Math.max(basis === OUTDATED ? 1 : 0, this.#limit - attempts);
  }

  /**
   * When no attempt is left the button says what stands, and the fields show it again.
   * @param {Event} event
   */
  #guard(event) {
    if (!this.#spent) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#again();
    this.#bench.announce(this.#attemptsLeft());
  }

  #attemptsLeft() {
    const { state, draft } = this.record;
    const left = this.#left(this.record);
    // Whoever is right needs no other attempt, until she changes her answer.
    if (!Number.isFinite(left) || (left > 0 && state === "correct" && draft === null)) return "";
    return left === 0 ? this.#bench.strings.text("attempts.spent") : this.#bench.strings.plural("attempts.left", left);
  }

  /**
   * An answer was checked: shows what comes of it, and has it saved.
   * @param {Pick<Note, "kind" | "choices" | "targets" | "response" | "correct">} given in the terms of the LMS
   * @param {{state: ItemState}} result
   * @param {readonly string[]} response as the page has it
   * @param {Feedback} feedback
   */
  checked(given, result, response, feedback) {
    const { clock, learning } = this.#bench;
    this.refuse(null, []);
    this.#speakAgain();
    const seconds = (clock.ticks() - this.#shownAt) / 1000;
    this.#shownAt = clock.ticks();
    const description = this.#form.querySelector("legend")?.textContent ?? "";
    const right = result.state === "correct";
    const language = this.#form.closest("[lang]")?.getAttribute("lang") ?? "";
    const weight = Number(this.#form.dataset["weight"] ?? 0);
    const note = { ...given, item: this.#id, right, seconds, at: clock.now(), description, language, weight };
    if (!this.#said(result.state, response)) learning.check(note, result.state, response, basisOf(this.#form));
    this.#show(result.state, feedback);
    // On a small screen the verdict would stand below what can be seen; the focus stays on the button.
    this.#region?.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {ItemState} state
   * @param {readonly string[]} response
   * @returns {boolean} whether the button was pressed twice on one answer, as a trembling hand does: no attempt is gone
   */
  #said(state, response) {
    const { state: before, response: given, draft } = this.record;
    return Number.isFinite(this.#limit) && draft === null && state === before && given.join() === response.join();
  }

  /**
   * The answer was changed: what was said about the last one is no longer true.
   * @param {readonly string[]} options
   */
  changed(options) {
    if (this.#spent) return;
    this.refuse(null, []);
    this.#speakAgain();
    this.#region?.replaceChildren();
    if (this.record.state !== "unanswered") this.#form.dataset["state"] = "answered";
    this.#bench.learning.draft(this.#id, options);
    this.#tellLeft();
  }

  /**
   * @param {{state: ItemState}} result of what is remembered, by what is right now
   * @returns {Feedback | null} what is said instead of a verdict, when none holds
   */
  undecided({ state }) {
    const { strings, learning } = this.#bench;
    const answered = this.record.response.length > 0;
    // An answer from before its basis was kept: only the verdict itself tells that the question has changed.
    if (answered && state !== this.record.state) learning.outdate(this.#id);
    const outdated = this.record.basis === OUTDATED;
    if (answered && !outdated) return null;
    const verdict = strings.text(outdated ? "feedback.outdated" : "feedback.forgotten");
    return { verdict, options: [], overall: null };
  }

  /**
   * As the learner left it; nothing of it is announced.
   * @param {{state: ItemState} | null} result null when what was answered is not known any more, or was changed since
   * @param {Feedback | null} feedback
   */
  restore(result, feedback) {
    this.#tellLeft();
    if (feedback) {
      this.#region?.setAttribute("aria-live", "off");
      this.#form.addEventListener("focusin", () => this.#speakAgain(), { once: true });
      this.#show(result?.state ?? this.record.state, feedback);
    } else {
      this.#form.dataset["state"] = this.record.state === "unanswered" ? "unanswered" : "answered";
      this.#region?.replaceChildren();
    }
  }

  #speakAgain() {
    this.#region?.removeAttribute("aria-live");
  }

  /**
   * Says that an answer is missing, and leads to where it is to be given.
   * @param {string | null} words null takes it back
   * @param {Field[]} fields where it is missing
   */
  refuse(words, fields) {
    const error = this.#error;
    if (!(error instanceof HTMLElement) || (words === null && error.hidden)) return;
    error.hidden = words === null;
    error.replaceChildren(...(words === null ? [] : [this.#icon("error"), element("span", "", [words])]));
    describe(this.#form.querySelector("fieldset"), error.id, words !== null);
    this.#bench.title.mark(this.#id, words !== null);
    for (const field of this.#form.querySelectorAll("input, select")) {
      field.removeAttribute("aria-invalid");
      describe(field, error.id, false);
    }
    for (const field of fields) field.setAttribute("aria-invalid", "true");
    const [first] = fields;
    if (words === null || !first) return;
    describe(first, error.id, true);
    first.focus();
  }

  /**
   * Says beside a field what the learner's answer in it is worth: drawn, in words, and as its description.
   * @param {Field} field
   * @param {boolean | null} right null takes it away
   */
  mark(field, right) {
    const place = field.ownerDocument.getElementById(`${field.id}--mark`);
    if (!place) return;
    describe(field, place.id, right !== null);
    if (right === null) {
      delete place.dataset["right"];
      return place.replaceChildren();
    }
    place.dataset["right"] = right ? "yes" : "no";
    const hidden = place.classList.contains("mark--bare") ? "visually-hidden" : "";
    const words = this.#bench.strings.text(right ? "mark.right" : "mark.not-right");
    place.replaceChildren(this.#icon(right ? "correct" : "incorrect"), element("span", hidden, [words]));
  }

  /**
   * @param {string} state
   * @param {Feedback} feedback
   */
  #show(state, feedback) {
    this.#form.dataset["state"] = state;
    const words = element("span", "", [element("strong", "", [feedback.verdict])]);
    const parts = [element("p", "feedback__verdict", [this.#icon(state), words])];
    for (const option of feedback.options) {
      const chosen = option.words ? [element("p", "feedback__chosen", [option.words])] : [];
      parts.push(element("div", "feedback__option", [...chosen, option.feedback]));
    }
    if (feedback.overall) parts.push(element("div", "feedback__overall", [feedback.overall]));
    parts.push(...this.#worked(state));
    // The line below the button says it too; here it is read out with the verdict.
    const left = this.#attemptsLeft();
    if (left) parts.push(element("p", "visually-hidden", [left]));
    this.#region?.replaceChildren(...parts);
    this.#tellLeft();
  }

  #tellLeft() {
    if (this.#line) this.#line.textContent = this.#attemptsLeft();
  }

  /**
   * The worked answer, for whoever opens it: while there is a numbered attempt left, only of a right answer.
   * @param {string} state
   */
  #worked(state) {
    if (state !== "correct" && !this.#spent && Number.isFinite(this.#limit)) return [];
    const worked = this.answer.worked();
    if (!worked) return [];
    const summary = element("summary", "", [this.#bench.strings.text("worked.title")]);
    return [element("details", "feedback__worked", [summary, worked])];
  }

  /** @param {string} name */
  #icon(name) {
    const template = this.#form.ownerDocument.getElementById(`icon-${name}`);
    return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : "";
  }
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
function element(name, className, children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * Adds an id to what describes an element, or takes it away.
 * @param {Element | null} target
 * @param {string} id
 * @param {boolean} on
 */
function describe(target, id, on) {
  if (!target) return;
  const ids = (target.getAttribute("aria-describedby") ?? "").split(" ").filter((word) => word && word !== id);
  if (on) ids.push(id);
  if (ids.length > 0) target.setAttribute("aria-describedby", ids.join(" "));
  else target.removeAttribute("aria-describedby");
}
