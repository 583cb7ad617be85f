import { recovered } from "../state/reconcile.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * What this device keeps: `unknown` while it is not known for whom; `nothing`; all until the tab is closed; all for
 * good.
 *
 * @typedef {"unknown" | "nothing" | "tab" | "device"} Keeping
 */

/** The learner's work as it is now, and the journal in which this device keeps it. */
export class Work {
  /** @type {Snapshot | null} changed by the page and only read here */
  live = null;
  /** @type {Journal | null} */
  journal = null;
  /** @type {Snapshot | null} as it was when a finished attempt was opened for review */
  #opened = null;

  /** @returns {Keeping} */
  get keeping() {
    if (this.journal === null) return "unknown";
    if (!this.journal.works) return "nothing";
    return this.journal.shared ? "tab" : "device";
  }

  /**
   * @param {Journal} journal
   * @param {Snapshot} snapshot
   * @param {Snapshot | null} opened as it was, when it is only looked at
   */
  begin(journal, snapshot, opened) {
    this.journal = journal;
    this.live = snapshot;
    this.#opened = opened && structuredClone(opened);
  }

  /**
   * A browser that was killed had not yet put all of it where it is read first.
   * @param {Snapshot} spare what it had put elsewhere
   * @param {Snapshot | null} device what was read first
   * @returns {Snapshot} all of it
   */
  recover(spare, device) {
    this.live = this.live ? recovered(this.live, spare, device) : spare;
    this.#opened &&= structuredClone(this.live);
    return this.live;
  }

  /** @param {Snapshot} snapshot */
  write(snapshot) {
    // A finished attempt is only looked at; but her record is the learner's, at any time, and so is how she likes films.
    const { portfolio, preferences, films } = snapshot;
    this.journal?.write(this.#opened === null ? snapshot : { ...this.#opened, portfolio, preferences, films });
  }
}
