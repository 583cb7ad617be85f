import { beginAfter, hasMore, hasWork, isNewAttempt, withoutPlaces } from "./attempt.js";
import { join } from "../state/reconcile.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../device/journal.js").Parcel} Parcel */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * - `damaged`: what the LMS gave back could not be read; there is nothing to decide, but something to know; a copy of it is
 *   on this device, but not where it is `damaged-unkept`
 * - `earlier`: work of an attempt before this one; `undivided`: the device does not know yet that a new one has begun
 * - `unclaimed`: done on this device while no LMS named anybody, and kept `from` a journal that is nobody's
 *
 * @typedef {{kind: "damaged" | "damaged-unkept"}
 *   | {kind: "earlier", work: Snapshot, undivided: boolean}
 *   | {kind: "unclaimed", work: Snapshot, parcel: Parcel, from: Journal}} Question
 */

/** In this order. */
const ORDER = ["damaged", "damaged-unkept", "earlier", "unclaimed"];

/**
 * What the learner has not yet said: whether she has read something, whether she goes on with some work. Nothing of it
 * is brought in without a word, and nothing of it is lost.
 */
export class Undecided {
  #journal;
  /** @type {Question[]} what is asked first is the first */
  #questions = [];

  /** @param {Journal} journal of this learner */
  constructor(journal) {
    this.#journal = journal;
    this.#putKeptEarlier();
    if (journal.hasDamaged) this.#put({ kind: "damaged" });
  }

  /** @returns {Question["kind"] | ""} what is to be asked */
  get kind() {
    return this.#questions[0]?.kind ?? "";
  }

  /** @returns {Date | null} when the work that it is about was last changed, where that tells it from other work */
  get at() {
    const [first] = this.#questions;
    return first?.kind === "unclaimed" ? first.parcel.at : null;
  }

  /** @param {Question} question in the place of another one of its kind, of which there is one at the most */
  #put(question) {
    const others = this.#questions.filter(({ kind }) => kind !== question.kind || kind === "unclaimed");
    this.#questions = [...others, question].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  }

  #putKeptEarlier() {
    this.#questions = this.#questions.filter(({ kind }) => kind !== "earlier");
    const work = this.#journal.readEarlier();
    if (work) this.#put({ kind: "earlier", work, undivided: false });
  }

  /** @param {string} text what the LMS gave back, and cannot be read; it is kept aside */
  damage(text) {
    const kind = this.#journal.keepDamaged(text);
    if (kind !== "") this.#put({ kind });
  }

  /**
   * @param {Remembered} said
   * @param {Snapshot} kept
   * @returns {Snapshot} what this attempt begins with
   */
  begin(said, kept) {
    if (!isNewAttempt(said) || !hasWork(kept)) return kept;
    const before = this.#earlier?.work;
    this.#put({ kind: "earlier", work: withoutPlaces(before ? join(kept, before) : kept), undivided: true });
    return beginAfter(kept);
  }

  get #earlier() {
    return this.#questions.find((question) => question.kind === "earlier");
  }

  /**
   * Looks for what is nobody's; a shared computer may have kept somebody else's.
   * @param {Journal} from
   * @param {Snapshot} present what nobody needs to be asked about
   */
  offer(from, present) {
    for (const parcel of from.parcels()) {
      const work = withoutPlaces(parcel.work);
      if (!this.#journal.hasDeclined(parcel) && hasMore(work, present)) this.#put({ kind: "unclaimed", work, parcel, from });
    }
  }

  /**
   * Earlier work and that of the new attempt are kept apart, but only by the window whose turn it is.
   * @param {Snapshot} live
   * @returns {Snapshot | null} what could not be put aside: it is rather brought in unasked than lost
   */
  divide(live) {
    const parted = this.#part();
    if (parted === null) return null;
    if (!this.#journal.writeEarlier(parted)) {
      this.#questions = this.#questions.filter(({ kind }) => kind !== "earlier");
      return parted;
    }
    this.#journal.write(live);
    return null;
  }

  /** @returns {Snapshot | null} earlier work that is this window's too: another one is open, and its attempt is this one's */
  unite() {
    // What is kept here is what she is at work on in the other window.
    this.#journal.join();
    const parted = this.#part();
    if (parted) this.#putKeptEarlier();
    return parted;
  }

  /** @returns {Snapshot | null} once: what the device still has as one */
  #part() {
    const earlier = this.#earlier;
    if (!earlier?.undivided) return null;
    this.#put({ ...earlier, undivided: false });
    return earlier.work;
  }

  /**
   * @param {boolean} hers
   * @returns {Question | undefined} what she has decided, or read; what is not hers stays where it is
   */
  settle(hers) {
    const settled = this.#questions.shift();
    if (settled?.kind === "earlier") this.#journal.forgetEarlier();
    if (settled?.kind === "damaged") this.#journal.readDamaged();
    // Whoever comes after somebody without a name is asked again.
    if (settled?.kind === "unclaimed" && !hers && settled.from !== this.#journal) this.#journal.decline(settled.parcel);
    return settled;
  }
}
