import { hasWork, withoutPlaces } from "./attempt.js";
import { outbox } from "./outbox.js";
import { catchUp, join, reconcile, recovered } from "./reconcile.js";
import { kindOf } from "./save-kind.js";
import { raise, sameStanding } from "../learner/standing.js";
import { hash32 } from "../state/hash.js";
import { timetable } from "./timetable.js";
import { undecided } from "../ownership/undecided.js";

/** @typedef {import("../device/clock.js").Clock} Clock */
/** @typedef {import("../device/clock.js").Stopwatch} Stopwatch */
/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../lms/keeper.js").Note} Note */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../learner/progress.js").Summary} Summary */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../state/ladder.js").Encoded} Encoded */
/** @typedef {import("./save-kind.js").SaveStatus} SaveStatus */
/** @typedef {import("../ownership/turn.js").Heard} Heard */
/** @typedef {import("../ownership/turn.js").Turn} Turn */

/**
 * @typedef {object} Memory what was remembered when the course was opened
 * @property {Snapshot} snapshot
 * @property {string} location id of a module, as the LMS keeps it
 * @property {boolean} launched true when an LMS has opened the course: the learner expects to be where she was
 * @property {number | null} passMark percent that the LMS asks for
 *
 * @typedef {object} Room what the LMS can hold of the learner's words
 * @property {number | null} left characters; null before the first save
 * @property {readonly string[]} without ids of the reflections that it has no room for
 * @property {number} reports characters of one that a tutor can be shown
 *
 * @typedef {object} Ports what a session needs from outside
 * @property {() => Keeper | null} connect looks for the LMS, once
 * @property {Keeper} standby keeps the record when there is none
 * @property {boolean} patient whether an LMS is worth waiting for
 * @property {boolean} alone true when no other window is near, where an LMS could be
 * @property {(learner: string) => Journal} journalOf
 * @property {(key: string, heard: Heard) => Turn} turnOf
 * @property {(then: (there: boolean) => void, urgent?: boolean) => void} reach whether the server answers
 * @property {(snapshot: Snapshot, limit: number) => Encoded | null} encode
 * @property {(text: string) => Snapshot | null} decode
 * @property {(snapshot: Snapshot) => Summary} summarise
 * @property {(learner: string) => number} [seedFor] what a learner's own order is made from; only where something is mixed
 * @property {readonly string[]} items ids of all questions and reflections
 * @property {readonly string[]} travelling ids of the reflections whose words the LMS may keep
 * @property {boolean} reflections whether there are words to be kept, which only this device can do
 * @property {Clock} clock
 * @property {Stopwatch} stopwatch
 * @property {(memory: Memory) => void} late more is remembered than was known when the page started
 * @property {() => void} anew loads the page anew, with nothing of what it knows
 * @property {() => void} leave the page is to write down whatever is being typed
 * @property {(status: SaveStatus) => void} told
 */

const SEARCH_EVERY = 250;
const SEARCH_TIMES = 20;
/** Characters: as many as it takes. */
const ALL = 1e9;
/** Until a server that is asked is not waited for any longer. */
const SERVER = 5000;
/** Until another window has written down its last words. */
const LAST_WORDS = 250;

/**
 * The one way in which the page saves, whatever the destination: at once on this device, and soon after in the LMS,
 * if there is one. Knows when to save, and nothing of how an LMS is spoken to.
 */
export class Session {
  #ports;
  /** @type {Keeper | null} */
  #keeper = null;
  /** @type {Journal | null} */
  #journal = null;
  /** @type {Snapshot | null} the work as it is now, changed by the page and only read here */
  #live = null;
  /** @type {Snapshot | null} as it was when a finished attempt was opened for review */
  #opened = null;
  #outbox = outbox();
  /** @type {Remembered["mode"]} */
  #mode = "normal";
  #begun = false;
  #dirty = false;
  #closed = false;
  /** @type {"" | "ended" | "gone" | "left"} how the LMS has left us for good, or we the LMS */
  #over = "";
  /** Whether anything was done after that. */
  #after = false;
  #whole = true;
  #damaged = false;
  #failures = 0;
  /** @type {Date | null} */
  #savedAt = null;
  /** What the LMS gave back, when it could be read. */
  #held = "";
  #standing = /** @type {import("../learner/standing.js").Standing} */ ({ completion: "none", success: "unknown" });
  /** @type {Turn | null} */
  #turn = null;
  #elsewhere = false;
  #away = false;
  /** @type {Snapshot | null} what the device held when this window last had its turn */
  #base = null;
  /** @type {import("../ownership/undecided.js").Undecided | null} */
  #undecided = null;
  #offline = false;
  #timetable;
  /** @type {Encoded | null} what the LMS was last given */
  #encoded = null;

  /** @param {Ports} ports */
  constructor(ports) {
    this.#ports = ports;
    this.#timetable = timetable(ports.clock, () => this.#flush());
  }

  /** @returns {Memory | null} null while the LMS is still looked for; the page is usable all the same */
  open() {
    const keeper = this.#ports.connect();
    if (keeper) return this.#adopt(keeper);
    if (!this.#ports.patient) return this.#adopt(this.#ports.standby);
    this.#search(SEARCH_TIMES);
    // A page on its own has its own memory; in a frame it may belong to somebody whom only the LMS can name.
    if (this.#ports.alone) return this.#adopt(this.#ports.standby);
    this.#tell();
    return null;
  }

  /**
   * Something changed that the LMS should know.
   * @param {Snapshot} snapshot
   * @param {"now" | "soon" | "idle"} [when] `now`: as soon as the page has painted; `idle`: when she pauses
   */
  save(snapshot, when = "soon") {
    if (this.#elsewhere) return;
    this.#live = snapshot;
    snapshot.counter += 1;
    this.#dirty = true;
    this.#keepJournal(snapshot);
    this.#timetable.after(when);
  }

  /**
   * Something changed that stays on this device: words, the place in a film.
   * @param {Snapshot} snapshot
   */
  keep(snapshot) {
    if (this.#elsewhere) return;
    this.#live = snapshot;
    this.#keepJournal(snapshot);
    this.#timetable.keepAlive();
  }

  /**
   * A question was checked; goes out with the next save.
   * @param {Note} note
   */
  note(note) {
    if (!this.#elsewhere) this.#outbox.put(note);
  }

  /** The page may never be seen again, and may also come back: everything is written, and the session stays open. */
  hide() {
    // What there was no room for may find some now.
    if (this.keeps === false && this.#live && !this.#elsewhere) this.#keepJournal(this.#live);
    if (this.#begun) this.#flush();
  }

  /**
   * The page is going away.
   * @param {boolean} persisted true when it may come back as it is (back-forward cache)
   */
  close(persisted) {
    this.#turn?.release();
    this.#away = true;
    this.#base = this.#journal?.read() ?? null;
    if (persisted) return this.hide();
    if (this.#closed) return;
    if (this.#keeper === null) this.#adopt(this.#ports.standby);
    this.#begin();
    this.hide();
    this.#closed = true;
    this.#timetable.stop();
    // At the end an LMS may write down all that it gave this window, over what another one has said since.
    if (this.#over === "" && !this.#elsewhere) this.#keeper?.end(false);
  }

  /** The learner leaves: the session is ended when it is known that the LMS has everything. */
  leave() {
    if (!this.#leaves) return;
    this.#ports.leave();
    this.#begin();
    this.hide();
    if (this.#failures > 0 || !this.#leaves) return;
    // An LMS that has said yes is believed when its server does not say anything for long.
    const cancel = this.#ports.clock.later(() => this.#end(), SERVER);
    this.#ports.reach((there) => {
      cancel();
      this.#reached(there);
      if (there && this.#failures === 0) this.#end();
    }, true);
  }

  /** @returns {boolean} whether there is a session with an LMS: one that takes work, and that the learner can end */
  get #leaves() {
    return this.#keeper?.place === "lms" && this.#mode === "normal" && this.#over === "" && !this.#elsewhere && !this.#closed;
  }

  #end() {
    // What was done while the server was asked.
    this.#ports.leave();
    if (this.#dirty) this.#flush();
    if (this.#failures > 0 || !this.#leaves) return;
    this.#timetable.stop();
    this.#keeper?.end(true);
    this.#over = "left";
    this.#tell();
  }

  /** The page has come back as it was; another may have been worked in meanwhile. */
  back() {
    this.#turn?.ask();
  }

  /** The learner goes on in this window. */
  takeOver() {
    this.#turn?.take();
  }

  /** The learner does not want to wait for the next try. */
  retry() {
    this.#failures = 0;
    this.#dirty = true;
    this.#flush();
    if (this.#offline) this.lookAround();
  }

  /** The network has come, or gone. */
  lookAround() {
    if (this.#keeper?.place === "lms") this.#ports.reach((there) => this.#reached(there), true);
  }

  /** The learner goes on with the work of her earlier attempt, or with what was done here without an LMS. */
  goOn() {
    const { work = null, leave } = this.#undecided?.take() ?? {};
    if (work === null || this.#live === null) return;
    this.#resolve(work);
    if (this.keeps) leave?.();
  }

  /** She begins again, and what she wrote is there already; or it was not hers, and stays where it is. */
  beginAgain() {
    this.#resolve(null);
  }

  /**
   * Work from elsewhere is put to what is here: where both have something, what was saved more often counts, and of
   * words both are kept.
   * @param {Snapshot} other
   */
  absorb(other) {
    if (this.#live === null || this.#elsewhere) return;
    const snapshot = reconcile(this.#live, withoutPlaces(other));
    this.#remind({ ...snapshot, preferences: this.#live.preferences });
    this.save(snapshot, "now");
  }

  /** @returns {boolean} whether the LMS has opened the course only to be looked at */
  get looking() {
    return this.#mode !== "normal";
  }

  /** @returns {boolean} whether time spent here is no part of the course any more */
  get past() {
    return this.looking || this.#over === "left";
  }

  /** @returns {boolean} true when it is known that no LMS keeps anything */
  get alone() {
    return this.#keeper !== null && this.#keeper.place !== "lms";
  }

  /** @returns {Room | null} null when there is no LMS, or none is known yet */
  get room() {
    if (this.#keeper?.place !== "lms" || this.#over !== "") return null;
    const { room = null, without = [] } = this.#encoded ?? {};
    return { left: room, without, reports: this.#keeper.reports };
  }

  /** @returns {Snapshot | null} the work as it is now, to be read only */
  get work() {
    return this.#live;
  }

  /** @returns {boolean} true when something would be lost with the page, and cannot be helped */
  get risky() {
    if (this.#live === null || this.#journal?.works !== false || this.#elsewhere) return false;
    const unsaved = this.#dirty && (this.#keeper?.place !== "lms" || this.#failures > 0 || this.#over !== "");
    return unsaved || [...this.#live.items].some(([item, { text }]) => text !== "" && !this.#isKeptByLms(item));
  }

  /**
   * @param {string} item
   * @returns {boolean}
   */
  #isKeptByLms(item) {
    return this.room !== null && this.#ports.travelling.includes(item) && !this.room.without.includes(item);
  }

  /** @returns {boolean} true when the session is over and the page must be loaded anew to go on */
  get closed() {
    return this.#closed;
  }

  /** @returns {boolean | null} false when nothing can be kept on this device; null while it is not known for whom */
  get keeps() {
    return this.#journal?.works ?? null;
  }

  /** @returns {boolean} whether all is kept only until the tab is closed */
  get shared() {
    return this.#journal?.shared ?? false;
  }

  /** @param {boolean} shared whether somebody else may use this device next */
  share(shared) {
    this.#journal?.share(shared);
    this.#tell();
  }

  /** Takes away all that this device keeps of the learner, for good; other windows hear of it. */
  clear() {
    this.#forget(this.#journal?.clear());
  }

  /** Another window has stored something: that all was cleared, perhaps. */
  listen() {
    if (this.#journal?.outlived && !this.#closed) this.#forget();
  }

  /**
   * Nothing that is still under way may bring back what was cleared. The LMS is not told of an end: the page begins anew.
   * @param {Promise<unknown>} [cleared] done when nothing of it is left on the device
   */
  #forget(cleared) {
    this.#timetable.stop();
    this.#live = null;
    this.#elsewhere = true;
    this.#closed = true;
    if (cleared) cleared.then(() => this.#ports.anew());
    else this.#ports.anew();
  }

  /** @param {number} times */
  #search(times) {
    this.#ports.clock.later(() => {
      if (this.#closed) return;
      const keeper = this.#ports.connect();
      if (keeper) return this.#ports.late(this.#adopt(keeper));
      if (times > 1) return this.#search(times - 1);
      if (this.#keeper === null) this.#ports.late(this.#adopt(this.#ports.standby));
    }, SEARCH_EVERY);
  }

  /**
   * @param {Keeper} keeper
   * @returns {Memory}
   */
  #adopt(keeper) {
    const said = keeper.remembered();
    const lms = said.data === "" ? null : this.#ports.decode(said.data);
    this.#keeper = keeper;
    this.#mode = said.mode;
    const before = this.#journal;
    this.#journal = this.#ports.journalOf(said.learner);
    const device = this.#journal.read();
    this.#undecided = undecided(this.#journal);
    const kept = this.#undecided.begin(said, reconcile(lms, device));
    const snapshot = this.#live === null ? kept : join(this.#live, kept);
    snapshot.seed ||= this.#ports.seedFor?.(said.learner) ?? 0;
    this.#noteSent(snapshot, lms);
    // What she chose on this device is newer than what she told the LMS in some other course.
    if (device === null && said.captions !== null) snapshot.preferences = { ...snapshot.preferences, captions: said.captions };
    this.#opened = said.mode === "normal" ? null : structuredClone(kept);
    if (lms === null) keeper.doubt(said.data);
    this.#damaged = said.data !== "" && lms === null && device === null;
    this.#standing = said.standing;
    this.#held = lms === null ? "" : said.data;
    this.#dirty ||= snapshot.counter > (lms?.counter ?? 0);
    this.#begun = false;
    const early = this.#live !== null;
    this.#live = snapshot;
    this.#askForTurn(this.#journal.key);
    if (early && !this.#elsewhere) {
      this.#keepJournal(snapshot);
      // What was done while the LMS was looked for is kept under the learner's name now, and under nobody's no longer.
      if (this.keeps && before?.key !== this.#journal.key) before?.leave();
    }
    if (!early && this.#mode === "normal" && said.learner !== "" && !hasWork(kept)) this.#undecided.offer(this.#ports.journalOf(""));
    this.#journal.recover((spare) => this.#recover(recovered(this.#live ?? snapshot, spare, device)));
    keeper.recall(indexesOf(snapshot), this.#ports.items);
    this.#ports.clock.later(() => this.#begin(), 0);
    this.#tell();
    return { snapshot, location: said.location, launched: keeper.place === "lms", passMark: said.passMark };
  }

  /** Earlier work is kept apart, or brought in where it cannot be. */
  #divide() {
    const earlier = this.#live && this.#undecided?.divide(this.#live);
    if (earlier) this.#ports.clock.later(() => this.#resolve(earlier), 0);
  }

  /** @param {Snapshot | null} earlier what is to be gone on with */
  #resolve(earlier) {
    this.#undecided?.settle();
    if (earlier && this.#live) {
      const snapshot = join(this.#live, earlier);
      this.#remind(snapshot);
      this.save(snapshot, "now");
    }
    this.#tell();
  }

  /** @param {string} key */
  #askForTurn(key) {
    this.#turn?.release();
    this.#turn = this.#ports.turnOf(key, {
      got: () => this.#goOnHere(),
      refused: () => this.#standAside(),
      lost: () => {
        this.#ports.leave();
        this.hide();
        this.#standAside();
      },
    });
    this.#turn.ask();
  }

  #standAside() {
    const earlier = this.#undecided?.unite();
    if (earlier) this.#ports.clock.later(() => this.#live && this.#remind(join(this.#live, earlier)), 0);
    this.#timetable.stop();
    this.#elsewhere = true;
    this.#base = this.#journal?.read() ?? null;
    this.#tell();
  }

  #goOnHere() {
    this.listen();
    this.#divide();
    if (!this.#elsewhere && !this.#away) return;
    this.#elsewhere = false;
    this.#away = false;
    this.#tell();
    this.#ports.clock.later(() => {
      const kept = this.#journal?.read();
      if (!kept || !this.#live || this.#elsewhere) return;
      const snapshot = catchUp(this.#live, kept, this.#base);
      // What could not be written here is nowhere else.
      this.#remind(this.keeps ? { ...snapshot, portfolio: kept.portfolio } : snapshot);
      this.save(this.#live);
    }, LAST_WORDS);
  }

  /** @param {Snapshot} snapshot with what a browser that was killed had not yet put where it is read first */
  #recover(snapshot) {
    if (this.#closed || this.#elsewhere) return;
    if (this.#opened) this.#opened = structuredClone(snapshot);
    this.#remind(snapshot);
    this.save(snapshot);
  }

  /** @param {Snapshot} snapshot */
  #remind(snapshot) {
    this.#live = snapshot;
    this.#ports.late({ snapshot, location: "", launched: false, passMark: null });
  }

  /** The first words to the LMS, once the page stands. */
  #begin() {
    const { summarise } = this.#ports;
    if (this.#begun || this.#closed || this.#keeper === null || this.#live === null || this.#mode !== "normal") return;
    this.#begun = true;
    const standing = raise(this.#standing, summarise(this.#live).standing);
    const outcome = this.#keeper.begin(standing);
    this.#timetable.told();
    // The LMS holds less than we know: a commit was lost, or another device knew less.
    const behind =
      (this.#standing.completion !== "none" && !sameStanding(standing, this.#standing)) ||
      (this.#held !== "" && this.#ports.encode(this.#live, ALL)?.text !== this.#held);
    if (outcome !== "done") this.#failed(this.#keeper, outcome);
    else if (this.#dirty || behind) this.#flush();
    else if (this.#keeper.place === "lms") this.#ports.reach((there) => this.#reached(there));
    this.#tell();
  }

  /** @param {Snapshot} snapshot */
  #keepJournal(snapshot) {
    this.listen();
    if (this.#closed && this.#live === null) return;
    this.#divide();
    // A finished attempt is only looked at; but her record is the learner's, at any time.
    this.#journal?.write(this.#opened === null ? snapshot : { ...this.#opened, portfolio: snapshot.portfolio });
    this.#after = this.#over !== "";
    if (this.#keeper !== null && this.#keeper.place !== "lms") this.#savedAt = this.#ports.clock.now();
    this.#tell();
  }

  #flush() {
    this.#timetable.stop();
    const keeper = this.#keeper;
    const live = this.#live;
    if (keeper === null || live === null || !this.#leaves) return;
    const begun = this.#ports.clock.ticks();
    for (const note of this.#outbox.waiting()) this.#noteDown(keeper, note, live);
    const { outcome, whole } = keeper.save({
      encode: (limit) => (this.#encoded = this.#ports.encode(live, limit)),
      location: live.current,
      summary: this.#ports.summarise(live),
      seconds: this.#ports.stopwatch.seconds,
      captions: live.preferences.captions,
    });
    this.#timetable.told(begun);
    if (outcome === "done") this.#succeeded(whole);
    else this.#failed(keeper, outcome);
    this.#tell();
  }

  /**
   * @param {Keeper} keeper
   * @param {Note} note
   * @param {Snapshot} live
   */
  #noteDown(keeper, note, live) {
    const index = keeper.note(note);
    const record = live.items.get(note.item);
    if (index >= 0 && record) record.index = index;
  }

  /** @param {boolean} whole */
  #succeeded(whole) {
    this.#outbox.taken();
    this.#ports.reach((there) => this.#reached(there), this.#offline);
    this.#failures = 0;
    this.#whole = whole;
    if (this.#dirty) this.#damaged = false;
    this.#rememberSent();
    this.#dirty = false;
    if (!this.#offline) this.#savedAt = this.#ports.clock.now();
  }

  /**
   * What is written from now on goes on from what the LMS has.
   * @param {Snapshot} snapshot
   * @param {Snapshot | null} lms
   */
  #noteSent(snapshot, lms) {
    for (const item of this.#ports.travelling) {
      const [record, there] = [snapshot.items.get(item), lms?.items.get(item)];
      if (record && there && there.text !== "") record.sent = hash32(there.text);
    }
  }

  /** Of two texts that differ, the next launch can tell which one is the older. */
  #rememberSent() {
    let news = false;
    for (const item of this.#ports.travelling) {
      const record = this.#live?.items.get(item);
      if (!record || this.#encoded?.without?.includes(item)) continue;
      const sent = hash32(record.text);
      news ||= record.sent !== sent;
      record.sent = sent;
    }
    if (news && this.#live) this.#journal?.write(this.#live);
  }

  /** @param {boolean} there whether the server answers, whatever the LMS has said */
  #reached(there) {
    const returned = there && this.#offline;
    this.#offline = !there;
    if (there && !returned) this.#outbox.arrived();
    else {
      // What was said meanwhile may never have arrived: all of it is said again.
      this.#outbox.recall();
      this.#keeper?.forget();
      this.#dirty = true;
      // Nobody is told that it is saved before it is.
      if (returned) this.#flush();
      else this.#timetable.seldom();
    }
    this.#tell();
  }

  /**
   * @param {Keeper} keeper
   * @param {import("../lms/errors.js").Outcome} outcome
   */
  #failed(keeper, outcome) {
    this.#dirty = true;
    this.#over = outcome === "ended" || outcome === "gone" ? outcome : "";
    const before = this.#failures++;
    if (outcome === "lost" && before === 0 && keeper.revive()) this.#flush();
    else this.#timetable.retry(before);
  }

  #tell() {
    const asks = this.#elsewhere ? "elsewhere" : this.looking ? "looking" : (this.#undecided?.asks() ?? "");
    const kind = kindOf({
      place: this.#keeper?.place ?? null,
      elsewhere: this.#elsewhere,
      looking: this.looking,
      over: this.#over,
      after: this.#after,
      risky: this.risky,
      shared: this.shared,
      keeps: this.keeps === true,
      saved: this.#savedAt !== null,
      failing: this.#failures > 0,
      offline: this.#offline,
      damaged: this.#damaged,
      whole: this.#whole,
      privately: this.#ports.reflections,
    });
    this.#ports.told({ kind, at: this.#savedAt, asks, leaves: this.#leaves });
  }
}

/**
 * @param {Snapshot} snapshot
 * @returns {Map<string, number>}
 */
function indexesOf(snapshot) {
  const placed = [...snapshot.items].filter(([, record]) => record.index >= 0);
  return new Map(placed.map(([id, record]) => [id, record.index]));
}
