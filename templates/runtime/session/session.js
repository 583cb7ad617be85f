import { Ownership } from "../ownership/ownership.js";
import { Connection } from "./connection.js";
import { endWhenKept } from "./leave.js";
import { opening, placesOf } from "./opening.js";
import { isRisky, roomOf } from "./room.js";
import { statusOf } from "./save-kind.js";
import { SaveLoop } from "./save-loop.js";
import { Work } from "./work.js";

/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./ports.js").Memory} Memory */
/** @typedef {import("./ports.js").Ports} Ports */

/**
 * The one way in which the page saves, whatever the destination: at once on this device, and soon after in the LMS,
 * if there is one. Joins what is known of the LMS (`connection.js`), of other windows and earlier work
 * (`ownership.js`), and of what is still to be said (`save-loop.js`); knows nothing of how an LMS is spoken to.
 */
export class Session {
  #ports;
  #work = new Work();
  #connection;
  #ownership;
  #saving;
  /** @type {"shown" | "closed" | "cleared"} `closed`: it must be loaded anew to go on; `cleared`: so that nothing comes back */
  #page = "shown";

  /** @param {Ports} ports */
  constructor(ports) {
    const tell = () => this.#tell();
    this.#ports = ports;
    this.#connection = new Connection(ports, (news) => this.#saving.hear(news));
    this.#saving = new SaveLoop(ports, this.#connection, this.#work, () => this.#taker, tell);
    this.#ownership = new Ownership(ports, this.#work, {
      lastWords: () => (ports.leave(), this.hide()),
      listen: () => this.listen(),
      stop: () => this.#saving.stop(),
      remind: (snapshot) => this.#remind(snapshot),
      save: (snapshot, when, done) => this.save(snapshot, when, done),
      tell,
    });
  }

  /** @returns {Memory | null} null while the LMS is still looked for; the page is usable all the same */
  open() {
    const keeper = this.#connection.look((found) => this.#ports.late(this.#adopt(found)));
    if (keeper) return this.#adopt(keeper);
    this.#tell();
    return null;
  }

  /**
   * Something changed that the LMS should know.
   * @param {Snapshot} snapshot
   * @param {"now" | "soon" | "idle"} [when] `now`: as soon as the page has painted; `idle`: when she pauses
   * @param {boolean} [done] whether anything was done: to open a module is not
   */
  save(snapshot, when = "soon", done = true) {
    if (!this.#writes) return;
    if (done) this.#saving.somethingDone();
    this.#work.live = snapshot;
    snapshot.counter += 1;
    this.#saving.changed();
    this.#keepJournal(snapshot);
    this.#saving.later(when);
  }

  /**
   * Something changed that stays on this device: words, the place in a film.
   * @param {Snapshot} snapshot
   */
  keep(snapshot) {
    if (!this.#writes) return;
    this.#work.live = snapshot;
    this.#keepJournal(snapshot);
    this.#saving.keepAlive();
  }

  /** @param {import("../lms/keeper.js").Note} note a question was checked; goes out with the next save */
  note(note) {
    if (this.#writes) this.#saving.note(note);
  }

  /** The page may never be seen again, and may also come back: everything is written, and the session stays open. */
  hide() {
    // What there was no room for may find some now.
    if (this.keeps === false && this.#work.live && this.#writes) this.#keepJournal(this.#work.live);
    if (this.#connection.state.kind !== "found") this.#saving.flush();
  }

  /**
   * The page is going away.
   * @param {boolean} persisted true when it may come back as it is (back-forward cache)
   */
  close(persisted) {
    this.#ownership.release();
    if (persisted) return this.hide();
    if (this.closed) return;
    if (this.#connection.state.kind === "searching") this.#adopt(this.#ports.standby);
    this.#saving.begin();
    this.hide();
    this.#page = "closed";
    this.#connection.stop();
    this.#saving.stop();
    // At the end an LMS may write down all that it gave this window, over what another one has said since.
    if (this.#connection.state.kind !== "over" && !this.#ownership.elsewhere) this.#connection.keeper?.end(false);
  }

  /** The learner leaves: the session is ended when it is known that the LMS has everything. */
  leave() {
    if (!this.#taker) return;
    this.#ports.leave();
    this.#saving.begin();
    this.hide();
    endWhenKept(this.#ports, this.#connection, this.#saving, () => this.#taker, () => this.#tell());
  }

  /** The page has come back as it was; another may have been worked in meanwhile. */
  back() {
    this.#ownership.back();
  }

  /** The learner goes on in this window. */
  takeOver() {
    this.#ownership.take();
  }

  /** The learner does not want to wait for the next try. */
  retry() {
    this.#saving.retry();
  }

  /** The network has come, or gone. */
  lookAround() {
    if (this.#connection.taker) this.#connection.ask(true);
  }

  /** The learner goes on with the work of her earlier attempt, or with what was done here without an LMS. */
  goOn() {
    this.#ownership.goOn();
  }

  /** She begins again, and what she wrote is there already; or it was not hers, and stays where it is. */
  beginAgain() {
    this.#ownership.beginAgain();
  }

  /** @param {Snapshot} other work from elsewhere, which is put to what is here */
  absorb(other) {
    if (this.#writes) this.#ownership.absorb(other);
  }

  /** @param {string} [chosen] what the learner speaks from now on, as the LMS knows it; gives that, "" where it does not say */
  language(chosen) {
    return (chosen ? this.#connection.taker : this.#connection.keeper)?.language?.(chosen) ?? "";
  }

  /** @returns {boolean} whether the LMS has opened the course only to be looked at */
  get looking() {
    return this.#connection.state.kind === "review";
  }

  /** @returns {boolean} whether time spent here is no part of the course any more */
  get past() {
    return this.#connection.past;
  }

  /** @returns {boolean} true when it is known that no LMS keeps anything */
  get alone() {
    return this.#connection.alone;
  }

  /** @returns {import("./ports.js").Room | null} null when there is no LMS, or none is known yet */
  get room() {
    return roomOf(this.#connection, this.#saving.encoded);
  }

  /** @returns {Snapshot | null} the work as it is now, to be read only */
  get work() {
    return this.#work.live;
  }

  /** @returns {boolean} true when something would be lost with the page, and cannot be helped */
  get risky() {
    return this.#writes && isRisky(this.#work, this.#connection, this.#saving);
  }

  /** Whether the session is over and the page must be loaded anew to go on. */
  get closed() {
    return this.#page !== "shown";
  }

  /** @returns {boolean | null} false when nothing can be kept on this device; null while it is not known for whom */
  get keeps() {
    return this.#work.journal?.works ?? null;
  }

  /** @returns {boolean} whether all is kept only until the tab is closed */
  get shared() {
    return this.#work.journal?.shared ?? false;
  }

  /** @param {boolean} shared whether somebody else may use this device next */
  share(shared) {
    this.#work.journal?.share(shared);
    if (this.#work.live && this.#writes) this.#keepJournal(this.#work.live);
    this.#tell();
  }

  /** Takes away all that this device keeps of the learner, for good; other windows hear of it. */
  clear() {
    this.#forget(this.#work.journal?.clear());
  }

  /** Another window has stored something: that all was cleared, perhaps. */
  listen() {
    if (this.#work.journal?.outlived && !this.closed) this.#forget();
  }

  /**
   * Nothing that is still under way may bring back what was cleared. The LMS is not told of an end: the page begins anew.
   * @param {Promise<unknown>} [cleared] done when nothing of it is left on the device
   */
  #forget(cleared) {
    this.#connection.stop();
    this.#saving.stop();
    this.#work.live = null;
    this.#page = "cleared";
    if (cleared) cleared.then(() => this.#ports.anew());
    else this.#ports.anew();
  }

  /** Whether what is done here may be kept. */
  get #writes() {
    return this.#page !== "cleared" && !this.#ownership.elsewhere;
  }

  /** @returns {import("../lms/keeper.js").Keeper | null} an LMS that takes work, from this window, and that the learner can leave */
  get #taker() {
    return this.#writes && !this.closed ? this.#connection.taker : null;
  }

  /**
   * @param {import("../lms/keeper.js").Keeper} keeper
   * @returns {Memory}
   */
  #adopt(keeper) {
    const said = keeper.remembered();
    const { live: early, journal: before } = this.#work;
    const begun = opening(said, this.#ports, this.#ownership, early);
    const { journal, device, kept, snapshot } = begun;
    this.#connection.adopt(keeper, said.mode);
    this.#saving.adopt(said, begun);
    journal.whenKnown = () => this.#tell();
    this.#work.begin(journal, snapshot, this.looking ? kept : null);
    this.#ownership.ask(journal.key);
    if (early && this.#writes) {
      this.#keepJournal(snapshot);
      // What was done while the LMS was looked for is kept under the learner's name now, and under nobody's no longer.
      if (this.keeps && before?.key !== journal.key) before?.leave();
    }
    this.#ownership.offer(said, snapshot);
    this.#ownership.recover(device);
    keeper.recall(placesOf(snapshot), this.#ports.items, this.#ports.asked);
    this.#ports.clock.later(() => this.#saving.begin(), 0);
    this.#tell();
    return { snapshot, location: said.location, launched: keeper.place === "lms", passMark: said.passMark };
  }

  /** @param {Snapshot} snapshot */
  #remind(snapshot) {
    this.#work.live = snapshot;
    this.#ports.late({ snapshot, location: "", launched: false, passMark: null });
    this.#saving.collect();
  }

  /** @param {Snapshot} snapshot */
  #keepJournal(snapshot) {
    this.listen();
    if (this.#page === "cleared") return;
    this.#ownership.divide();
    this.#work.write(snapshot);
    this.#connection.worked();
    if (this.alone) this.#saving.keptHere();
    this.#tell();
  }

  #tell() {
    const { kind, at, trouble } = statusOf({
      connection: this.#connection.state,
      ownership: this.#ownership.state,
      saving: this.#saving.state,
      keeping: this.#work.keeping,
      words: this.#ports.reflections ? "private" : "travelling",
      risky: this.risky,
    });
    this.#ports.told({ kind, at, ...this.#ownership.question(kind === "review", trouble), leaves: this.#taker !== null });
  }
}
