import { RECORD_SCRIPT } from "../contract.js";
import { READY } from "../record/ready.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("./workbench.js").Workbench} Workbench */
/** @typedef {(page: HTMLElement, bench: Workbench, course: Course) => () => void} RecordPage */

/**
 * The script of the record of learning: a fifth of all, and nobody needs it first. It is fetched as soon as the page is
 * ready, not when the record is opened: by then the LMS may have logged the learner out. It serves the page in every language.
 */
export class RecordScript {
  #page;
  #asked = false;
  /** @type {RecordPage | undefined} */
  record;
  /** What is done when it has come; the page that is shown says so. */
  then = () => {};

  /** @param {Document} page */
  constructor(page) {
    this.#page = page;
  }

  /** Loads it; again, when that failed before. */
  load() {
    if (this.#asked || !this.#page.querySelector("[data-record]")) return;
    this.#asked = true;
    const take = (/** @type {Event} */ event) => {
      this.record = /** @type {CustomEvent<RecordPage>} */ (event).detail;
      this.then();
    };
    window.addEventListener(READY, take, { once: true });
    const script = this.#page.createElement("script");
    script.src = RECORD_SCRIPT;
    script.addEventListener("error", () => {
      this.#asked = false;
      window.removeEventListener(READY, take);
    });
    this.#page.head.append(script);
  }
}
