import { RECORD_SCRIPT } from "../contract.js";
import { READY } from "../record/ready.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("./workbench.js").Workbench} Workbench */
/** @typedef {(page: HTMLElement, bench: Workbench, course: Course) => () => void} RecordPage */

/**
 * The script of the record of learning: a fifth of all, and nobody needs it first. It is fetched as soon as the page is
 * ready, not when the record is opened: by then the LMS may have logged the learner out.
 */
export class RecordScript {
  #page;
  #then;
  #asked = false;

  /**
   * @param {Document} page
   * @param {(record: RecordPage) => void} then
   */
  constructor(page, then) {
    this.#page = page;
    this.#then = then;
  }

  /** Loads it; again, when that failed before. */
  load() {
    if (this.#asked || !this.#page.querySelector("[data-record]")) return;
    this.#asked = true;
    const take = (/** @type {Event} */ event) => this.#then(/** @type {CustomEvent<RecordPage>} */ (event).detail);
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
