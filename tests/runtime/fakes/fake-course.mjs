import { Stopwatch } from "../../../templates/runtime/device/clock.js";
import { Journal } from "../../../templates/runtime/device/journal.js";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { deviceKeeper } from "../../../templates/runtime/lms/device.js";
import { connectScorm } from "../../../templates/runtime/lms/scorm.js";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../../templates/runtime/lms/scorm2004.js";
import { Session } from "../../../templates/runtime/session/session.js";
import { decodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { courseKeys } from "../../../templates/runtime/state/suspend-data/keys.js";
import { encodeWithin } from "../../../templates/runtime/state/suspend-data/ladder.js";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { guardStorage } from "../../../templates/runtime/device/storage.js";
import { FakeClock } from "./fake-clock.mjs";

export const OUTLINE = {
  id: "sample",
  modules: [
    { id: "m1", asked: ["q1", "q2"], scored: ["q1", "q2"], weights: new Map() },
    { id: "m2", asked: ["q3"], scored: ["q3"], weights: new Map() },
    { id: "m3", asked: ["reflection"], scored: [], weights: new Map() },
  ],
  completion: { rule: "all-questions", passMark: null },
};

const ITEMS = ["q1", "q2", "q3", "reflection"];

export const NAMES = {
  modules: courseKeys(OUTLINE.modules.map(({ id }) => id)),
  items: courseKeys(ITEMS),
  films: courseKeys(["film"]),
  choicesOf: () => ["yes", "no"],
  limited: () => false,
  fingerprint: () => 1,
};

/** Local storage that outlives the page, and can be taken away. */
export class FakeStorage {
  values = new Map();
  full = false;

  removeItem(key) {
    this.values.delete(key);
  }

  getItem(key) {
    return this.values.get(key) ?? null;
  }

  setItem(key, value) {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.values.set(key, value);
  }
}

/** Turns of pages that share a storage: who takes one takes it from the other. */
export class FakeTurns {
  holders = new Map();

  turnOf(key, heard) {
    const turns = this.holders;
    return {
      ask: () => (turns.has(key) ? turns.get(key) !== heard && heard.refused() : (turns.set(key, heard), heard.got())),
      take() {
        const other = turns.get(key);
        turns.set(key, heard);
        if (other !== heard) other?.lost();
        heard.got();
      },
      release: () => turns.get(key) === heard && turns.delete(key),
    };
  }
}

/** A page with a course, its session and what the learner does in it, as `launch.js` puts them together. */
export class FakePage {
  statuses = [];
  late = 0;
  /** Whether the server answers; null when it is not asked. */
  server = null;

  constructor({ lms = null, place = "no-lms", clock = new FakeClock(), storage = new FakeStorage(), alone = false, turns = new FakeTurns(), travelling = [], completion = OUTLINE.completion, spare, reach }) {
    this.lms = lms;
    this.clock = clock;
    this.storage = storage;
    this.course = { ...OUTLINE, completion: { ...completion } };
    this.stopwatch = new Stopwatch(clock);
    const guarded = guardStorage(() => {
      if (storage === "forbidden") throw new DOMException("denied", "SecurityError");
      return storage;
    });
    this.session = new Session({
      connect: () => (this.lms ? connectScorm(this.lms.window, [scorm12, scorm2004]) : null),
      standby: deviceKeeper(place),
      patient: place === "no-lms",
      alone,
      journalOf: (learner) => new Journal(guarded, "sample", learner, null, spare),
      encode: (snapshot, limit) => encodeWithin(pack(snapshot, NAMES), Math.min(limit, this.limit ?? limit), NAMES.items.idOf),
      decode: (text) => {
        const packed = decodePacked(text);
        return packed && unpack(packed, NAMES);
      },
      salvage: (text) => {
        const packed = salvage(text);
        return packed && unpack(packed, NAMES);
      },
      summarise: (snapshot) => this.learning.summarise(snapshot),
      items: ITEMS,
      reflections: travelling.length === 0,
      clock,
      stopwatch: this.stopwatch,
      turnOf: (key, heard) => turns.turnOf(key, heard),
      // As the real one, only sooner: an answer comes before anything else happens.
      reach: reach ?? ((then) => this.server !== null && then(this.server)),
      leave: () => this.typing?.(),
      anew: () => (this.begunAnew = true),
      told: (status) => {
        this.statuses.push(status.kind);
        this.asks = status.asks;
        this.leaves = status.leaves;
      },
      late: (memory) => {
        this.late += 1;
        this.memory = memory;
        this.learning.resume(memory.snapshot);
      },
    });
    this.learning = new Learning(this.course, this.session, (progress, completed) => {
      this.progress = progress;
      this.completed = completed;
    });
    this.memory = this.session.open();
    this.learning.resume(this.memory?.snapshot ?? emptySnapshot());
  }

  get status() {
    return this.statuses.at(-1);
  }

  answer(item, right) {
    const response = [right ? "yes" : "no"];
    const note = { item, types: { scorm12: "choice", scorm2004: "choice" }, choices: ["yes", "no"], response, correct: ["yes"], right, seconds: 3, at: this.clock.now(), description: item };
    this.learning.check(note, right ? "correct" : "incorrect", response);
  }

  settle(milliseconds = 2000) {
    this.clock.advance(milliseconds);
  }
}
