import { withoutPlaces } from "./attempt.js";
import { isAnybody, learnerOf } from "./learner.js";
import { catchUp, join, reconcile } from "../state/reconcile.js";
import { Undecided } from "./undecided.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../session/ports.js").Ports} Ports */
/** @typedef {import("../session/save-kind.js").Trouble} Trouble */
/** @typedef {Pick<import("../session/save-kind.js").SaveStatus, "asks" | "askedOf">} Question */
/** @typedef {import("../session/work.js").Work} Work */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Whose turn it is, among the windows that show this course to this learner.
 *
 * - `here`: she works in this one
 * - `away`: this page was left, and may come back as it is
 * - `elsewhere`: she works in another one; this one can only be read
 *
 * `base`: what the device held when this window last had its turn.
 *
 * @typedef {{kind: "here"} | {kind: "away" | "elsewhere", base: Snapshot | null}} OwnershipState
 *
 * What comes of a change of turns, for the page and for what is saved.
 *
 * @typedef {object} Effects
 * @property {() => void} lastWords another window is about to write: this one writes down all that it has
 * @property {() => void} listen all may have been cleared meanwhile
 * @property {() => void} stop nothing is saved from here
 * @property {(snapshot: Snapshot) => void} remind the page is shown more than it knew
 * @property {(snapshot: Snapshot, when: "now" | "soon", done: boolean) => void} save
 * @property {() => void} tell the learner
 */

/** Until another window has written down its last words. */
const LAST_WORDS = 250;

/** Which window writes, and whose work it goes on with. */
export class Ownership {
  #ports;
  #work;
  #effects;
  /** @type {import("./turn.js").Turn | null} */
  #turn = null;
  /** @type {Undecided | null} */
  #undecided = null;
  /** @type {Trouble | ""} what is to be read above the page; and what was read there */
  #trouble = "";
  /** @type {Trouble | ""} */
  #read = "";
  /** @type {OwnershipState} */
  state = { kind: "here" };

  /**
   * @param {Ports} ports
   * @param {Work} work
   * @param {Effects} effects
   */
  constructor(ports, work, effects) {
    this.#ports = ports;
    this.#work = work;
    this.#effects = effects;
  }

  /** @returns {boolean} whether another window of this course is being worked in */
  get elsewhere() {
    return this.state.kind === "elsewhere";
  }

  /**
   * @param {boolean} looking whether the LMS has opened the course only to be looked at
   * @param {Trouble | ""} trouble that the LMS will very likely take nothing more
   * @returns {Question} what the learner is to decide, or to know
   */
  question(looking, trouble) {
    // What she has read is not said again, until it is another trouble.
    if (trouble !== this.#read) this.#read = "";
    this.#trouble = "";
    if (this.elsewhere || looking) return { asks: looking ? "looking" : "elsewhere", askedOf: null };
    if (this.#undecided?.kind) return { asks: this.#undecided.kind, askedOf: this.#undecided.at };
    if (trouble !== this.#read) this.#trouble = trouble;
    return { asks: this.#trouble, askedOf: null };
  }

  /**
   * @param {Journal} journal of this learner
   * @param {Remembered} said
   * @param {Snapshot} kept
   * @returns {Snapshot} what this attempt begins with
   */
  begin(journal, said, kept) {
    this.#undecided = new Undecided(journal);
    return this.#undecided.begin(said, kept);
  }

  /** @param {string} text what the LMS gave back, and cannot be read */
  damage(text) {
    this.#undecided?.damage(text);
  }

  /**
   * Looks for work that is nobody's, and may be this learner's.
   * @param {Remembered} said
   * @param {Snapshot} present
   */
  offer(said, present) {
    const { journal } = this.#work;
    if (said.mode !== "normal" || !journal) return;
    if (isAnybody(said)) this.#undecided?.offer(journal, present);
    else if (learnerOf(said) !== "") this.#undecided?.offer(this.#ports.journalOf(""), present);
  }

  /** @param {string} key of this course and learner */
  ask(key) {
    this.#turn?.release();
    this.#turn = this.#ports.turnOf(key, {
      got: () => this.#goOnHere(),
      refused: () => this.#standAside(),
      lost: () => {
        this.#effects.lastWords();
        this.#standAside();
      },
    });
    this.#turn.ask();
  }

  /** The page has come back as it was; another may have been worked in meanwhile. */
  back() {
    this.#turn?.ask();
  }

  /** The learner goes on in this window. */
  take() {
    this.#turn?.take();
  }

  /** The page is going away: whoever wants to may write. */
  release() {
    this.#turn?.release();
    this.state = { kind: this.elsewhere ? "elsewhere" : "away", base: this.#work.journal?.read() ?? null };
  }

  /** Earlier work is kept apart, or brought in where it cannot be. */
  divide() {
    const { live } = this.#work;
    const earlier = live && this.#undecided?.divide(live);
    if (earlier) this.#later(() => this.#bring(earlier));
  }

  /** The learner goes on: with the work that she was asked about, or having read what there was to know. */
  goOn() {
    if (this.#work.live === null) return;
    if (this.#trouble) {
      this.#read = this.#trouble;
      return this.#effects.tell();
    }
    const settled = this.#undecided?.settle(true);
    if (settled && "work" in settled) this.#bring(settled.work, settled.kind === "unclaimed" ? "latest" : false);
    // It has an owner now: nobody else is asked.
    if (settled?.kind === "unclaimed" && this.#work.journal?.works) settled.from.take(settled.parcel);
    this.#effects.tell();
  }

  /** She begins again, and what she wrote is there already; or it was not hers, and stays where it is. */
  beginAgain() {
    this.#undecided?.settle(false);
    this.#effects.tell();
  }

  /**
   * Work from elsewhere is put to what is here: where both have something, what was saved more often counts, and of
   * words both are kept.
   * @param {Snapshot} other
   */
  absorb(other) {
    const { live } = this.#work;
    if (live !== null) this.#goOnWith({ ...reconcile(live, withoutPlaces(other)), preferences: live.preferences });
  }


  /**
   * @param {Snapshot} earlier what is to be gone on with
   * @param {false | "latest"} [further] which of two answers counts
   */
  #bring(earlier, further = false) {
    const { live } = this.#work;
    if (live) this.#goOnWith(join(live, earlier, further));
    this.#effects.tell();
  }

  /**
   * @param {Snapshot} snapshot
   * @param {"now" | "soon"} [when]
   */
  #goOnWith(snapshot, when = "now") {
    this.#effects.remind(snapshot);
    this.#effects.save(snapshot, when, when === "now");
  }

  /**
   * Looks for what a browser that was killed, or a device without room, had put only where it is read later.
   * @param {Snapshot | null} device what was read first
   */
  recover(device) {
    this.#work.journal?.recover((spare) => {
      if (this.state.kind === "here") this.#goOnWith(this.#work.recover(spare, device), "soon");
    });
  }

  #standAside() {
    const earlier = this.#undecided?.unite();
    if (earlier) this.#later(() => this.#work.live && this.#effects.remind(join(this.#work.live, earlier)));
    this.#effects.stop();
    this.state = { kind: "elsewhere", base: this.#work.journal?.read() ?? null };
    this.#effects.tell();
  }

  #goOnHere() {
    this.#effects.listen();
    this.divide();
    if (this.state.kind === "here") return;
    const { base } = this.state;
    this.state = { kind: "here" };
    this.#effects.tell();
    this.#later(() => this.#catchUp(base), LAST_WORDS);
  }

  /** @param {Snapshot | null} base */
  #catchUp(base) {
    const { journal, live } = this.#work;
    const kept = journal?.read() ?? null;
    if (!live || this.elsewhere) return;
    this.recover(kept);
    if (kept === null) return;
    const snapshot = catchUp(live, kept, base);
    // What could not be written here is nowhere else.
    this.#goOnWith(journal?.works ? { ...snapshot, portfolio: kept.portfolio } : snapshot, "soon");
  }

  /**
   * @param {() => void} act
   * @param {number} [milliseconds]
   */
  #later(act, milliseconds = 0) {
    this.#ports.clock.later(act, milliseconds);
  }
}
