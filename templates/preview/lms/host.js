import { LmsSession } from "./session.js";
import { keepPlace, restorePlace } from "../place.js";

/** @typedef {import("./elements.js").Edition} Edition */
/** @typedef {import("./pane.js").Pane} Pane */
/** @typedef {import("./record.js").LearnerRecord} LearnerRecord */

/** Launches the course in a frame, with the API of a new session in this window. */
export class Host {
  faults = { commit: false, slow: false, initialize: false, absent: false };
  record;
  #frame;
  #address;
  #edition;
  #pane;

  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} address of the launch page
   * @param {Edition} edition
   * @param {LearnerRecord} record
   * @param {Pane} pane
   */
  constructor(frame, address, edition, record, pane) {
    this.#frame = frame;
    this.#address = address;
    this.#edition = edition;
    this.record = record;
    this.#pane = pane;
  }

  /** Opens the course, as the LMS does when a learner presses its name. */
  launch() {
    this.#openSession();
    this.#frame.contentWindow?.location.replace(this.#address);
  }

  /**
   * Leaves the course as a learner does, and launches it anew.
   * @param {() => void} [between]
   */
  relaunch(between = () => {}) {
    this.#whenLoaded(() => {
      between();
      this.launch();
    });
    this.#frame.contentWindow?.location.replace("about:blank");
  }

  /** The course is another: launches it anew at the place where it is. */
  reload() {
    const view = this.#frame.contentWindow;
    if (!view) return;
    keepPlace(view);
    this.#whenLoaded(() => this.#frame.contentWindow && restorePlace(this.#frame.contentWindow));
    // The course that goes still holds the API of its own session, and ends that one.
    this.#openSession();
    view.location.reload();
  }

  /**
   * @param {keyof Host["faults"]} name
   * @returns {boolean} whether the LMS now fails in this way
   */
  toggle(name) {
    this.faults[name] = !this.faults[name];
    if (name === "absent" || name === "initialize") this.relaunch();
    return this.faults[name];
  }

  #openSession() {
    /** @type {LmsSession} */
    const session = new LmsSession(this.#edition, this.record, this.faults, (call) => {
      this.#pane.note(call);
      this.#pane.show(session, this.record);
    });
    const home = /** @type {any} */ (window);
    delete home[this.#edition.property];
    if (!this.faults.absent) home[this.#edition.property] = session.api;
    this.#pane.show(session, this.record);
  }

  /** @param {() => void} act */
  #whenLoaded(act) {
    this.#frame.addEventListener("load", act, { once: true });
  }
}
