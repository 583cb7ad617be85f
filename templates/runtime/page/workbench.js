import { unfold } from "../later.js";
import { holdStill } from "./read-only.js";

/**
 * What a component may use. A component is a function that brings one element of the page to life, and gives back
 * how to show again what is remembered of it.
 *
 * @typedef {object} Workbench
 * @property {import("./strings.js").Strings} strings
 * @property {import("../learner/learning.js").Learning} learning
 * @property {import("./announcer.js").Announce} announce
 * @property {import("./title.js").PageTitle} title
 * @property {import("../device/clock.js").Clock} clock
 * @property {(element: Element) => void} reveal brings the page of an element to life, though it was not shown yet
 * @property {() => void} active the learner is at work, though nothing is pressed
 * @property {() => boolean | null} keeps whether this device keeps anything; null while it is not known for whom
 * @property {Pick<import("../session/session.js").Session, "shared" | "share" | "clear" | "looking">} device
 * @property {typeof import("../record/download.js").offerFile} offerFile
 * @property {() => boolean} prints false where a frame forbids it
 * @property {typeof import("../languages/listening.js").on} on listens to the window or the document as long as the page is in this language
 * @property {ReturnType<typeof import("../presses.js").behindPresses>} behindPress
 * @property {(element: HTMLElement) => Types} typesOf of the interactions of a question
 * @property {() => boolean} alone true when it is known that no LMS keeps anything
 * @property {() => import("../session/ports.js").Room | null} room of the LMS, null when there is none
 * @property {import("../../components/my-notes/my-notes.js").Notes | null} notes the learner's own; null where the author wants none
 * @property {(act: () => void) => void} whenSaved called whenever something was saved, or could not be
 * @property {(act: () => void) => void} whenLeaving the page may be gone after this
 *
 * @typedef {import("../lms/keeper.js").Note["types"]} Types
 * @typedef {(element: HTMLElement, bench: Workbench) => () => void} Component
 *
 * What the run-time knows of one kind of block; of questions, more.
 *
 * @typedef {object} Kind
 * @property {Component} open
 * @property {(element: HTMLElement) => string[] | null} [choices] ids of the options of a question, or of all pairs that
 *   can be made, in any order; null when an answer is words
 * @property {(element: HTMLElement, response: readonly string[]) => boolean} [still] whether an answer that is words is one to what the
 *   question says now
 * @property {(element: HTMLElement, response: readonly string[], strings: import("./strings.js").Strings) => import("./strings.js").Sentence} [told] an answer in words, of a question
 *   where nothing is right or wrong
 */

/** Brings components to life when their page is first shown: a course may have thousands. */
export class Workshop {
  #bench;
  #kinds;
  /** @type {WeakSet<Element>} */
  #opened = new WeakSet();
  /** @type {(() => void)[]} */
  #restore = [];

  /**
   * @param {Workbench} bench
   * @param {Record<string, Kind>} kinds by what the page calls them
   */
  constructor(bench, kinds) {
    this.#bench = bench;
    this.#kinds = kinds;
  }

  /** @param {Element} page */
  open(page) {
    if (this.#opened.has(page)) return;
    this.#opened.add(page);
    unfold(page);
    // What was not there could not be held still.
    holdStill(/** @type {Document} */ (page.ownerDocument));
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-kind], [data-film]"))) {
      const kind = this.#kinds[element.dataset["kind"] ?? "film"];
      this.#guard(() => kind && this.#restore.push(kind.open(element, this.#bench)));
    }
  }

  /** More is remembered than was known when the page was opened. */
  restore() {
    for (const restore of this.#restore) this.#guard(restore);
  }

  /**
   * One that fails leaves its plain HTML, and the others at work.
   * @param {() => void} act
   */
  #guard(act) {
    try {
      act();
    } catch (error) {
      console.error(error);
    }
  }
}
