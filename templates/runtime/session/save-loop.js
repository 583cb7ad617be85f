import { raise, sameStanding } from "../learner/standing.js";
import { emptySnapshot } from "../state/snapshot.js";
import { outbox } from "./outbox.js";
import { heldAfter } from "./save-state.js";
import { Saying } from "./sending/saying.js";
import { rememberSent, rememberTaken } from "./sending/sent-words.js";
import { timetable } from "./sending/timetable.js";
import { rememberNoted, unsentIn } from "./sending/unsent.js";

/** @typedef {import("../lms/errors.js").Outcome} Outcome */
/** @typedef {import("../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../lms/keeper.js").Note} Note */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../state/suspend-data/ladder.js").Encoded} Encoded */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./connection.js").News} News */
/** @typedef {import("./opening.js").Opening} Opening */
/** @typedef {import("./ports.js").Ports} Ports */
/** @typedef {import("./save-state.js").SaveState} SaveState */
/** @typedef {import("./work.js").Work} Work */

/** Characters: as many as it takes. */
const ALL = 1e9;
/** Milliseconds in which an LMS may hold up the page; one call may take longer, and then the next one waits. */
const BUDGET = 50;
/** A slow LMS is not spoken to while she is at work: until she has paused for so long, or since so long has not. */
const PAUSE = 1000;
const NO_PAUSE = 5000;

/** Says to the LMS what it has not heard yet, when it is time to, and again when it failed. */
export class SaveLoop {
  #ports;
  #connection;
  #work;
  #taker;
  #tell;
  #timetable;
  #outbox = outbox();
  /** @type {SaveState} */
  state = { due: { kind: "clean" }, held: { kind: "nothing" } };
  /** @type {Encoded | null} what the LMS was last given */
  encoded = null;
  /** @type {Saying | null} */
  #saying = null;
  /** Since when the LMS is known to hold up the page, and waits for a pause; -1 when it does not. */
  #slowSince = -1;
  /** @type {Pick<Remembered, "standing" | "data"> & {held: Snapshot | null}} what the LMS gave back, when it could be read */
  #said = { standing: { completion: "none", success: "unknown" }, data: "", held: null };

  /**
   * @param {Ports} ports
   * @param {Connection} connection
   * @param {Work} work
   * @param {() => Keeper | null} taker the LMS, when it is this window that speaks to it
   * @param {() => void} tell the learner
   */
  constructor(ports, connection, work, taker, tell) {
    this.#ports = ports;
    this.#connection = connection;
    this.#work = work;
    this.#taker = taker;
    this.#tell = tell;
    this.#timetable = timetable(ports.clock, () => this.#inTime());
  }

  /** @returns {boolean} whether the last words to the LMS failed */
  get failing() {
    return this.state.due.kind === "failing";
  }

  /**
   * @param {Remembered} said
   * @param {Opening} opening
   */
  adopt({ standing, data }, { givenBack, lms, device, snapshot }) {
    // One that gives back a status and no state has none; one that gives back nothing may hold anything.
    const isEmpty = givenBack === "none" && standing.completion !== "none";
    const held = lms ?? (isEmpty ? emptySnapshot() : null);
    this.#said = { standing, data: lms === null ? "" : data, held };
    // One that remembers how far she was, and nothing of what it took from this device, does not keep it.
    if (givenBack === "cut" || (isEmpty && device?.taken)) this.#connection.keeper?.cut(data);
    this.state.held = { kind: givenBack === "damaged" ? "damaged" : "nothing" };
    if (snapshot.counter > (lms?.counter ?? 0)) this.changed();
  }

  /** The learner has done something: it goes in the place of what was damaged. */
  somethingDone() {
    if (this.state.held.kind === "damaged") this.state.held = { kind: "nothing" };
  }

  /** Something is known here that the LMS does not hold. */
  changed() {
    if (!this.failing) this.state.due = { kind: "dirty" };
  }

  /** @param {"now" | "soon" | "idle"} when the LMS is to hear of what has changed */
  later(when) {
    this.#timetable.after(when);
  }

  /** She is at work, and there is nothing to tell. */
  keepAlive() {
    this.#timetable.keepAlive();
  }

  /** @param {Note} note goes out with the next save */
  note(note) {
    this.#outbox.put(note);
  }

  /**
   * Answers of which the LMS has no record go out with the next save.
   * @param {Snapshot | null} [held] what it gave back; without it, it is believed to hold what it has taken
   */
  collect(held = null) {
    const { live } = this.#work;
    if (live === null) return;
    const notes = unsentIn(live, held);
    rememberNoted(live, notes, false);
    for (const note of notes) this.#outbox.put(note);
  }

  /**
   * @param {Snapshot} live
   * @returns {Note[]} what waits, and was not sent by another window meanwhile
   */
  #notesIn(live) {
    return [...this.#outbox.waiting()].filter(({ item }) => !live.items.get(item)?.noted);
  }

  /** All is kept on this device, which is where it is to be. */
  keptHere() {
    this.state.held = { kind: "all", at: this.#ports.clock.now() };
  }

  stop() {
    this.#timetable.stop();
  }

  /** The first words to the LMS, once the page stands. */
  begin() {
    const { live } = this.#work;
    const keeper = live && this.#connection.begin();
    if (!keeper) return;
    const { standing, held } = this.#said;
    this.collect(held);
    const outcome = keeper.begin(raise(standing, this.#ports.summarise(live).standing));
    this.#timetable.told();
    if (outcome !== "done") this.#failed(keeper, outcome);
    else if (this.state.due.kind !== "clean" || this.#isAhead(live) || this.#notesIn(live).length > 0) this.#say(BUDGET);
    else this.#connection.ask();
    this.#tell();
  }

  /**
   * @param {Snapshot} live
   * @returns {boolean} whether the LMS holds less than is known here: a commit was lost, or another device knew less
   */
  #isAhead(live) {
    const { standing, data } = this.#said;
    if (standing.completion !== "none" && !sameStanding(raise(standing, this.#ports.summarise(live).standing), standing)) return true;
    return data !== "" && this.#ports.encode(live, ALL)?.text !== data;
  }

  /** The learner does not want to wait for the next try. */
  retry() {
    this.state.due = { kind: "dirty" };
    this.flush();
    if (this.#connection.state.kind === "offline") this.#connection.ask(true);
  }

  /** Everything is said now, if there is somebody to say it to, however long it takes. */
  flush() {
    const begun = this.#saying;
    this.#say(Infinity);
    // A save that there was no time for says the work as it was when it began. What has changed since follows, also when
    // that commit fails, as it does while a page goes away (Chromium): what was set goes out when the session ends.
    if (begun && !this.#saying && this.#isBehind(begun)) this.#say(Infinity);
  }

  /**
   * @param {Saying} said
   * @returns {boolean} whether something has changed since it was said, or was checked too late to be among it
   */
  #isBehind({ isNow, notes }) {
    const { live } = this.#work;
    return live !== null && (!isNow || this.#notesIn(live).some((note) => !notes.includes(note)));
  }

  /** It is time: as much is said as does not hold up the page, and the rest soon after. */
  #inTime() {
    const { clock, stopwatch } = this.#ports;
    const isAtWork = stopwatch.idle < PAUSE && clock.ticks() - this.#slowSince < NO_PAUSE;
    this.#timetable.stop();
    if (this.#slowSince >= 0 && isAtWork) this.#timetable.wait();
    else this.#say(BUDGET);
  }

  /** @param {number} budget milliseconds */
  #say(budget) {
    this.#timetable.stop();
    const keeper = this.#taker();
    const { live } = this.#work;
    if (keeper === null || live === null || this.state.held.kind === "damaged") return;
    const saying = this.#saying?.keeper === keeper ? this.#saying : new Saying(keeper, this.#work, this.#notesIn(live), this.#ports);
    const saved = saying.go(budget);
    const now = this.#ports.clock.ticks();
    this.#saying = saved ? null : saying;
    if (saved === null) {
      this.#slowSince = now;
      return this.#timetable.on();
    }
    this.encoded = saying.encoded;
    if (saying.spent < BUDGET) this.#slowSince = -1;
    this.#timetable.told(now - saying.spent);
    if (saved.outcome === "done") this.#succeeded(saved, saying);
    else this.#failed(keeper, saved.outcome);
    this.#tell();
  }

  /**
   * Whether the server was reached: some LMSs say yes without it.
   * @param {News} news
   */
  hear(news) {
    if (news === "there") this.#outbox.arrived();
    else {
      // What was said meanwhile may never have arrived: all of it is said again.
      this.#outbox.recall();
      const { live, journal } = this.#work;
      if (live && rememberNoted(live, this.#outbox.waiting(), false)) journal?.write(live);
      this.#connection.keeper?.forget();
      this.#saying = null;
      this.changed();
      // Nobody is told that it is saved before it is.
      if (news === "back") this.flush();
      else this.#timetable.seldom();
    }
    this.#tell();
  }

  /**
   * @param {import("../lms/keeper.js").Saved} saved
   * @param {Saying} saying
   */
  #succeeded(saved, { notes, isNow }) {
    const { live } = this.#work;
    this.#outbox.taken(notes);
    const isAll = isNow && live !== null && this.#notesIn(live).length === 0;
    this.#connection.ask(this.#connection.state.kind === "offline");
    const { held } = this.state;
    const before = "at" in held ? held.at : null;
    const at = this.#connection.state.kind === "offline" ? before : this.#ports.clock.now();
    this.state = { due: { kind: isAll ? "clean" : "dirty" }, held: heldAfter(saved, at) };
    if (!isAll) this.#timetable.after("now");
    this.#remember(notes, isAll);
  }

  /**
   * What the LMS has taken, the device remembers: the next launch can tell it from what it has not.
   * @param {readonly Note[]} notes
   * @param {boolean} isAll whether nothing has changed since it was said
   */
  #remember(notes, isAll) {
    const { live, journal } = this.#work;
    if (live === null) return;
    const news = [
      isAll && rememberSent(live, this.encoded),
      rememberNoted(live, notes, this.#connection.state.kind !== "offline"),
      rememberTaken(live, this.encoded),
    ];
    if (news.includes(true)) journal?.write(live);
  }

  /**
   * @param {Keeper} keeper
   * @param {Outcome} outcome
   */
  #failed(keeper, outcome) {
    this.#connection.end(outcome);
    const before = this.state.due.kind === "failing" ? this.state.due.times : 0;
    this.state.due = { kind: "failing", times: before + 1 };
    if (outcome === "lost" && before === 0 && keeper.revive()) this.flush();
    else this.#timetable.retry(before);
  }
}
