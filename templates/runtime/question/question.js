import { answerOf } from "./answers.js";
import { OUTDATED } from "../contract.js";
import { basisOf, wordsBasisOf } from "./basis.js";
import { askFirst, showProblem } from "../page/problem.js";
import { isStill } from "../page/read-only.js";
import { quote } from "../page/strings.js";
import { noteOf } from "./note.js";
import { markField, markMissing } from "./field-marks.js";
import { answerPart, feedbackParts, verdictPart, workedPart } from "./verdict.js";

/** @typedef {import("../lms/keeper.js").Note} Note */
/** @typedef {import("../state/snapshot.js").ItemState} ItemState */
/** @typedef {import("./field-marks.js").Field} Field */
/** @typedef {import("../page/workbench.js").Workbench} Workbench */

/**
 * What is said of an answer.
 *
 * @typedef {object} Feedback
 * @property {string | import("../page/strings.js").Sentence} verdict in words, with its full stop
 * @property {[id: string, words: import("../page/strings.js").Sentence][]} [told] options with the author's words on them; none when there is only one
 *
 * @typedef {Pick<Note, "choices" | "targets" | "response" | "correct">} Given an answer in the terms of the LMS
 */

/**
 * What one kind of question knows of its fields and its answers; an answer is a list of ids, pairs or words.
 *
 * @template {{state: ItemState, credit?: number}} T
 * @typedef {object} QuestionKind
 * @property {(seed: number) => void} [arrange] puts what can be mixed into the learner's own order
 * @property {() => string[]} given what is in the fields
 * @property {(response: readonly string[]) => void} fill puts an answer into them
 * @property {(response: readonly string[]) => [words: string, fields: Field[]] | null} lacks what is missing in an answer
 * @property {() => [words: string, fields: Field[]]} [untouched] what to say of what lacks nothing and was never touched
 * @property {string} [changed] key of what is said when the question has changed, where that is more than to look again
 * @property {true} [counts] nothing chosen is an answer too, once it was saved
 * @property {true} [stays] an answer that was saved is not given again, unless the question changes
 * @property {(response: readonly string[]) => T} judge
 * @property {(response: readonly string[], result: T) => Given} note
 * @property {(response: readonly string[], result: T) => Feedback} feedback
 * @property {(response: readonly string[] | null) => void} [mark] says beside each field what it is worth; null takes that away
 */

/** The frame that all questions with fields share: the error, the feedback, the state, the note to the LMS. */
export class Question {
  #form;
  #bench;
  #id;
  #region;
  #button;
  #error;
  #shownAt;
  #limit;
  #line;
  #held;
  #seed = 0;
  /** Given by `runs`, before anything else is asked of a question. */
  #kind = /** @type {QuestionKind<any>} */ ({});
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
    this.#limit = Number(form.dataset["attempts"] ?? Infinity);
    this.#held = "held" in form.dataset;
    this.#shownAt = bench.clock.ticks();
    this.#button = /** @type {HTMLElement | null} */ (form.querySelector("[data-check]"));
    this.#button?.addEventListener("click", (event) => {
      // A frame in a sandbox may forbid forms: then nobody hears of a submit that the browser has begun.
      event.preventDefault();
      form.dispatchEvent(new Event("submit", { cancelable: true }));
    });
    this.answer = answerOf(form.ownerDocument, this.#id);
  }

  /** @returns {import("../state/snapshot.js").ItemRecord} */
  get #record() {
    const record = this.#bench.learning.recordOf(this.#id);
    return this.#left(record) === 0 ? { ...record, draft: null } : record;
  }

  /**
   * Brings the question to life, and shows what is remembered.
   * @template {{state: ItemState, credit?: number}} T
   * @param {QuestionKind<T>} kind
   * @returns {() => void} shows again what is remembered, when more is known
   */
  runs(kind) {
    this.#kind = kind;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#held) this.#check();
    });
    // When nothing was changed since, it is only shown again.
    this.#form.addEventListener("hand-in", (event) => ("detail" in event && event.detail ? this.#check() : this.#restore()));
    this.#form.addEventListener("left-open", () => {
      const lacks = kind.lacks(kind.given()) ?? kind.untouched?.();
      if (lacks) this.#refuse(...lacks, false);
    });
    this.#form.addEventListener("input", () => this.#changed());
    this.#restore();
    return () => this.#restore();
  }

  /** @returns {boolean} whether the last attempt was used up */
  get #spent() {
    return this.#left(this.#record) === 0;
  }

  /**
   * @param {Readonly<import("../state/snapshot.js").ItemRecord>} record
   * @returns {number} attempts; a question that has changed since may be answered once more
   */
  #left({ attempts, basis, response }) {
    return Math.max(basis === OUTDATED ? 1 : 0, this.#kind.stays && response[0] ? 0 : this.#limit - attempts);
  }

  /** @returns {string} how many attempts are left, or "" where that is of no use */
  #attemptsLeft() {
    const { state, draft } = this.#record;
    const left = this.#left(this.#record);
    // Whoever is right needs no other attempt, until she changes her answer; whoever looks back has none.
    if (!Number.isFinite(this.#limit) || (left > 0 && state === "correct" && draft === null) || this.#bench.device.looking) return "";
    return left === 0 ? this.#bench.strings.text("attempts.spent") : this.#bench.strings.plural("attempts.left", left);
  }

  /**
   * The answer is held against what is right: shows what comes of it, and has it saved.
   * @param {boolean} [sure] whether she was asked whether it is final
   */
  #check(sure = false) {
    const kind = this.#kind;
    if (this.#spent) {
      // The button says what stands.
      this.#restore();
      return this.#held || this.#announce(this.#attemptsLeft() || quote(this.#region?.querySelector("strong")));
    }
    const response = kind.given();
    const { state, draft } = this.#record;
    const lacks = kind.lacks(response) ?? (state === "unanswered" && draft === null ? kind.untouched?.() : null);
    if (lacks) return this.#refuse(...lacks);
    this.#refuse("", []);
    // There is one attempt alone: a press by mistake does not use it up (WCAG 3.3.4).
    if (this.#limit === 1 && !this.#held && !sure) return askFirst(this.#button, this.#bench, () => this.#check(true));
    const result = kind.judge(response);
    const note = noteOf(this.#form, this.#bench, kind.note(response, result), result.state === "correct", this.#shownAt);
    this.#shownAt = this.#bench.clock.ticks();
    if (!this.#said(result.state, response)) this.#bench.learning.check(note, response.length > 0 ? result.state : "unanswered", response, basisOf(this.#form, response), result.credit);
    const said = this.#judged(response, result);
    if (this.#held) return;
    this.#announce(...said, this.#attemptsLeft());
    // On a small screen the verdict would stand below what can be seen; the focus stays on the button.
    this.#region?.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  /** @param {(string | import("../page/strings.js").Sentence)[]} said */
  #announce(...said) {
    this.#bench.announce(...said.filter((one) => one.length > 0).flatMap((one, place) => [...(place > 0 ? [" "] : []), ...[one].flat()]));
  }

  /**
   * @param {ItemState} state
   * @param {readonly string[]} response
   * @returns {boolean} whether the button was pressed twice on one answer, as a trembling hand does: no attempt is gone
   */
  #said(state, response) {
    const { state: before, response: given, draft } = this.#record;
    if (this.#held || !Number.isFinite(this.#limit)) return false;
    return draft === null && state === before && given.join() === response.join();
  }

  /** The answer was changed: what was said about the last one is no longer true. */
  #changed() {
    if (this.#spent) return;
    this.#refuse("", []);
    this.#form.querySelector("[data-sure]")?.remove();
    const given = this.#kind.given();
    const basis = wordsBasisOf(this.#form, given);
    if (this.#held) this.#bench.learning.hold(this.#id, given, !this.#kind.lacks(given), basis);
    else this.#bench.learning.draft(this.#id, given, basis);
    this.#unjudged();
  }

  /** Nothing is said of what is in the fields. */
  #unjudged() {
    const kind = this.#kind;
    this.#form.dataset["state"] = this.#record.state === "unanswered" || (this.#held && kind.lacks(kind.given())) ? "unanswered" : "answered";
    this.#region?.replaceChildren();
    kind.mark?.(null);
    this.#tellLeft();
  }

  /** As the learner left it; nothing of it is announced. */
  #restore() {
    const kind = this.#kind;
    const { state, response, draft, basis, attempts } = this.#record;
    const { seed } = this.#bench.learning;
    if (seed !== this.#seed) kind.arrange?.(seed);
    this.#seed = seed;
    kind.fill(draft ?? response);
    this.#unjudged();
    if (draft !== null || (state === "unanswered" && !(kind.counts && attempts)) || (this.#held && state === "answered" && basis !== OUTDATED)) return;
    const result = kind.judge(response);
    const undecided = state !== "unanswered" && this.#undecided(result.state);
    if (undecided) this.#show(this.#record.state, undecided, []);
    else this.#judged(response, result);
  }

  /**
   * @param {readonly string[]} response
   * @param {{state: ItemState}} result
   * @returns {import("../page/strings.js").Sentence[]} what is said
   */
  #judged(response, result) {
    const { strings } = this.#bench;
    const feedback = this.#kind.feedback(response, result);
    const parts = feedbackParts(feedback, this.answer);
    const wrong = !/^(correct|answered)$/.test(result.state);
    // A verdict alone would leave her with nothing to do.
    const next = wrong && parts.length === 0 && !Number.isFinite(this.#limit) && !this.#held ? ` ${strings.text("feedback.again")}` : "";
    if (wrong && this.#spent) parts.push(...answerPart(strings.text("feedback.answer"), this.answer.right()));
    this.#kind.mark?.(response);
    this.#show(result.state, [feedback.verdict, next].flat(), parts);
    return [this.#region?.querySelector("strong"), ...parts].map(quote);
  }

  /**
   * @param {ItemState} state of what is remembered, by what is right now
   * @returns {string} what is said instead of a verdict, when none holds, else ""
   */
  #undecided(state) {
    const { strings, learning } = this.#bench;
    // An answer from before its basis was kept: only the verdict itself tells that the question has changed.
    const answered = this.#record.response.length > 0;
    if (answered && state !== this.#record.state) learning.outdate(this.#id);
    if (this.#record.basis !== OUTDATED) return answered ? "" : strings.text("feedback.forgotten");
    return strings.text(this.#kind.changed ?? "feedback.outdated");
  }

  /**
   * Says that an answer is missing: at the head of the question, which gets the focus and leads on, and by the fields.
   * @param {string} words "" takes it back
   * @param {readonly Field[]} fields where it is missing
   * @param {boolean} [head] false when the head of a test says it
   */
  #refuse(words, fields, head = true) {
    const error = this.#error;
    if (!(error instanceof HTMLElement) || (words === "" && error.hidden)) return;
    markMissing(this.#form, error, words, fields);
    this.#bench.title.mark(this.#id, words !== "");
    if (head) showProblem(this.#form, words, fields[0]);
  }

  /**
   * @param {Field} field
   * @param {boolean | null} right what is said beside it; null takes that away
   * @param {Element | null} [behind] what it is to stand behind, where the page has no place for it
   */
  mark(field, right, behind) {
    markField(field, right, this.#bench.strings, behind);
  }

  /**
   * @param {string} state
   * @param {Feedback["verdict"]} verdict
   * @param {HTMLElement[]} said
   */
  #show(state, verdict, said) {
    this.#form.dataset["state"] = state;
    this.#region?.replaceChildren(verdictPart(state, verdict), ...said, ...this.#worked(state));
    this.#tellLeft();
  }

  /** How many attempts are left; after the last one nothing can be chosen beside the answer that counts. */
  #tellLeft() {
    if (this.#line) this.#line.textContent = this.#attemptsLeft();
    this.#form.toggleAttribute("data-spent", this.#spent);
    const fields = this.#form.querySelector("fieldset");
    // Enter in a field checks too; a field that is disabled while it has the focus loses it to nowhere.
    if (this.#spent && fields?.querySelector(":focus")) this.#button?.focus();
    if (fields) fields.disabled = this.#spent || isStill(this.#form.ownerDocument);
    if (this.#button) this.#button.ariaDisabled = this.#spent ? "true" : null;
  }

  /** @param {string} state while there is a numbered attempt left, the worked answer is only that of a right one */
  #worked(state) {
    if (state !== "correct" && !this.#spent && Number.isFinite(this.#limit)) return [];
    return workedPart(this.#bench.strings.text("worked.title"), this.answer.worked());
  }
}
