import { beginAfter, hasWork, isNewAttempt, withoutPlaces } from "./attempt.js";
import { join } from "../session/reconcile.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * - `earlier`: of an attempt before this one; `undivided`: the device does not know yet that a new one has begun
 * - `unclaimed`: done on this device while no LMS was found, and kept `from` a journal that is nobody's
 *
 * @typedef {{kind: "none"}
 *   | {kind: "earlier", work: Snapshot, undivided: boolean}
 *   | {kind: "unclaimed", work: Snapshot, from: Journal}} Open
 */

/**
 * Work of which the learner has not yet said whether she goes on with it. Nothing of it is brought in without a word,
 * and nothing of it is lost.
 */
export class Undecided {
  #journal;
  /** @type {Open} */
  #open;

  /** @param {Journal} journal of this learner */
  constructor(journal) {
    this.#journal = journal;
    this.#open = this.#keptEarlier();
  }

  /** @returns {Open["kind"]} what is to be asked */
  get kind() {
    return this.#open.kind;
  }

  /** @returns {Open} */
  #keptEarlier() {
    const work = this.#journal.readEarlier();
    return work ? { kind: "earlier", work, undivided: false } : { kind: "none" };
  }

  /**
   * @param {Remembered} said
   * @param {Snapshot} kept
   * @returns {Snapshot} what this attempt begins with
   */
  begin(said, kept) {
    if (!isNewAttempt(said) || !hasWork(kept)) return kept;
    const work = withoutPlaces(this.#open.kind === "earlier" ? join(kept, this.#open.work) : kept);
    this.#open = { kind: "earlier", work, undivided: true };
    return beginAfter(kept);
  }

  /**
   * Looks for what is nobody's; a shared computer may have kept somebody else's.
   * @param {Journal} from
   */
  offer(from) {
    const work = from.read();
    if (this.#open.kind === "none" && work && hasWork(work)) this.#open = { kind: "unclaimed", work: withoutPlaces(work), from };
  }

  /**
   * Earlier work and that of the new attempt are kept apart, but only by the window whose turn it is.
   * @param {Snapshot} live
   * @returns {Snapshot | null} what could not be put aside: it is rather brought in unasked than lost
   */
  divide(live) {
    const parted = this.#part();
    if (parted === null || !this.#journal.writeEarlier(parted)) return parted;
    this.#journal.write(live);
    return null;
  }

  /** @returns {Snapshot | null} earlier work that is this window's too: another one is open, and its attempt is this one's */
  unite() {
    const parted = this.#part();
    if (parted) this.#open = this.#keptEarlier();
    return parted;
  }

  /** @returns {Snapshot | null} once: what the device still has as one */
  #part() {
    if (this.#open.kind !== "earlier" || !this.#open.undivided) return null;
    this.#open = { ...this.#open, undivided: false };
    return this.#open.work;
  }

  /** @returns {Open} she has decided; what was not hers stays where it is */
  settle() {
    const settled = this.#open;
    if (settled.kind === "earlier") this.#journal.forgetEarlier();
    this.#open = { kind: "none" };
    return settled;
  }
}
