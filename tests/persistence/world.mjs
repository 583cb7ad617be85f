/**
 * A learner's world without a browser: devices that keep things, an LMS with one record, and pages that come and go. It
 * reads what happens line by line, as JSON, and writes after each what can be seen. The run-time in it is the real one,
 * from the box that she writes in to the state in the LMS; clock, storage, locks and LMS are not.
 */
import readline from "node:readline";
import { reflect } from "../../templates/components/reflect/reflect.js";
import { Stopwatch } from "../../templates/runtime/device/clock.js";
import { Journal } from "../../templates/runtime/device/journal.js";
import { Learning } from "../../templates/runtime/learner/learning.js";
import { deviceKeeper } from "../../templates/runtime/lms/device.js";
import { connectScorm } from "../../templates/runtime/lms/scorm.js";
import { scorm12 } from "../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../templates/runtime/lms/scorm2004.js";
import { markOutdated } from "../../templates/runtime/question/outdated.js";
import { Session } from "../../templates/runtime/session/session.js";
import { courseStates } from "../../templates/runtime/state/suspend-data/course-state.js";
import { emptySnapshot } from "../../templates/runtime/state/snapshot.js";
import { readWork, writeWork } from "../../templates/runtime/state/work-file.js";
import { guardStorage } from "../../templates/runtime/device/storage.js";
import { FakeClock } from "../runtime/fakes/fake-clock.mjs";
import { FakeStorage, FakeTurns } from "../runtime/fakes/fake-course.mjs";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";

globalThis.CSS = { supports: () => true };

const COURSE = "sample";

class Device {
  storage = new FakeStorage();
  turns = new FakeTurns();
}

/** One learner, her devices, and what the LMS holds of her. */
class World {
  clock = new FakeClock();
  devices = { home: new Device(), work: new Device() };
  pages = new Map();
  record = {};
  /** Nothing that the LMS says can be relied on: `fails`, `throws`, `lies`; "" when it is well. */
  trouble = "";
  faults = [];

  constructor({ edition, outline }) {
    this.edition = edition;
    this.outline = outline;
  }

  given(mode) {
    const [core, status] = this.edition === "1.2" ? ["cmi.core.", "cmi.core.lesson_status"] : ["cmi.", "cmi.completion_status"];
    // Nothing comes back in SCORM 2004 after any other exit than by `suspend`.
    const kept = this.edition === "2004" && this.record[`${core}exit`] !== "suspend" ? {} : this.record;
    const entry = kept[status] === undefined ? "ab-initio" : "resume";
    const learner = { [this.edition === "1.2" ? `${core}student_id` : `${core}learner_id`]: "ann" };
    return { ...kept, ...learner, [`${core}entry`]: entry, [this.edition === "1.2" ? `${core}lesson_mode` : "cmi.mode"]: mode };
  }

  see() {
    const pages = [...this.pages.values()].map((page) => page.see());
    return { pages, record: this.recorded(), faults: this.faults };
  }

  /** What the LMS holds, read by the course as it is now. */
  recorded() {
    const text = this.record["cmi.suspend_data"] ?? "";
    const { decode } = courseStates(courseOf(this.outline));
    const snapshot = text === "" ? null : decode(text);
    if (text !== "" && snapshot === null) this.faults.push("the LMS holds a state that cannot be read");
    const status = this.record["cmi.core.lesson_status"] ?? this.record["cmi.completion_status"] ?? "";
    return { status, length: text.length, ...(snapshot ? workIn(snapshot) : { texts: {}, answers: {}, completed: false }) };
  }
}

/** One launch of the LMS, on the record that all launches share. */
class Launch extends StrictLms {
  #world;

  constructor(world, mode) {
    super(world.edition, world.given(mode));
    this.#world = world;
  }

  get trouble() {
    return this.#world.trouble;
  }

  keep(values) {
    Object.assign(this.#world.record, values);
  }
}

/** The course as a browser shows it in one window, put together as `launch.js` does. */
class Page {
  seen = { kind: "", asks: "" };
  dead = false;
  frozen = false;
  ended = false;
  #held = [];
  #leaving = [];
  #boxes = new Map();

  constructor(world, { id, device, mode = "normal", late = false }) {
    Object.assign(this, { world, id, device });
    this.course = courseOf(world.outline);
    this.lms = world.edition && mode !== "none" ? new Launch(world, mode) : null;
    this.begun = world.clock.ticks();
    this.clock = { now: world.clock.now, ticks: world.clock.ticks, later: (act, wait) => world.clock.later(() => this.#when(act), wait) };
    this.stopwatch = new Stopwatch(this.clock);
    const { storage, turns } = world.devices[device];
    const found = () => this.lms && (!late || world.clock.ticks() - this.begun > 900);
    this.session = new Session({
      ...courseStates(this.course),
      connect: () => (found() ? connectScorm(this.lms.window, [scorm12, scorm2004]) : null),
      standby: deviceKeeper(world.edition ? "no-lms" : "device"),
      patient: world.edition !== "",
      alone: false,
      journalOf: (learner) => {
        // The work of nobody is only looked at where there is a learner.
        if (learner !== "" || !this.store) this.store = learner;
        return new Journal(guardStorage(() => storage), COURSE, learner);
      },
      summarise: (snapshot) => this.learning.summarise(snapshot),
      items: [...this.course.items.keys()],
      asked: [...this.course.items.values()].filter(({ privacy = "report" }) => privacy === "report"),
      reflections: [...this.course.items.values()].some(({ privacy }) => privacy === "device"),
      clock: this.clock,
      stopwatch: this.stopwatch,
      turnOf: (key, heard) => (this.turn = turns.turnOf(key, heard)),
      reach: (then) => world.edition && then(world.trouble !== "lies"),
      leave: () => this.leave(),
      anew: () => (this.dead = true),
      told: (status) => (this.seen = status),
      late: (memory) => {
        this.resume(memory);
        for (const { restore } of this.#boxes.values()) restore();
      },
    });
    this.learning = new Learning(this.course, this.session, (_, completed) => (this.completed = completed));
    const memory = this.session.open();
    if (memory) this.resume(memory);
    else this.learning.resume(emptySnapshot());
    for (const { id: item, kind, privacy } of this.course.items.values()) if (kind === "reflect") this.#boxes.set(item, this.#box(item, privacy));
  }

  #when(act) {
    if (this.frozen) this.#held.push(act);
    else if (!this.dead) act();
  }

  resume({ snapshot, location }) {
    if (snapshot.current === "" && this.course.modules.some(({ id }) => id === location)) snapshot.current = location;
    markOutdated(snapshot, this.course.items);
    this.learning.resume(snapshot);
  }

  /** The real component, on an element that has just what it asks for. */
  #box(item, privacy) {
    const acts = {};
    const area = { value: "", addEventListener: (name, act) => (acts[name] = act) };
    const parts = { textarea: area, "[data-saved]": { textContent: "" } };
    const element = { dataset: { item, privacy }, querySelector: (name) => parts[name] ?? null, closest: () => null };
    const bench = {
      strings: { text: (key) => key, plural: (key) => key, time: () => "" },
      learning: this.learning,
      clock: this.clock,
      keeps: () => this.session.keeps,
      device: this.session,
      alone: () => this.session.alone,
      typesOf: () => ({ scorm12: "fill-in", scorm2004: "long-fill-in" }),
      room: () => this.session.room,
      whenSaved: () => {},
      whenLeaving: (act) => this.#leaving.push(act),
    };
    return { area, acts, restore: reflect.open(element, bench) };
  }

  leave() {
    for (const act of this.#leaving) act();
  }

  type(item, text) {
    const { area, acts } = this.#boxes.get(item);
    area.value = text;
    acts.input();
  }

  answer(item, choice) {
    const { basis } = this.course.items.get(item);
    const choices = this.course.items.get(item).choices();
    const right = choice === choices[0];
    const note = { item, types: { scorm12: "choice", scorm2004: "choice" }, choices, response: [choice], correct: [choices[0]], right, seconds: 3, at: this.clock.now(), description: item };
    this.learning.check(note, right ? "correct" : "incorrect", [choice], basis);
  }

  hide() {
    this.leave();
    this.session.hide();
  }

  /** @param {boolean} kept by the browser, to come back as it is */
  close(kept) {
    this.leave();
    this.session.close(kept);
    this.frozen = kept;
    this.dead = !kept;
  }

  comeBack() {
    this.frozen = false;
    this.session.back();
    for (const act of this.#held.splice(0)) act();
  }

  /** Nobody is told: no event, no last words. What it had locked is free. */
  kill() {
    this.dead = true;
    this.turn?.release();
  }

  see() {
    const texts = Object.fromEntries([...this.#boxes].map(([item, { area }]) => [item, area.value]));
    const { kind, asks, leaves } = this.seen;
    const work = this.session.work ? workIn(this.session.work) : { answers: {}, form: "" };
    const aside = [...this.world.devices[this.device].storage.values.keys()].some((key) => key.endsWith(":earlier"));
    return { id: this.id, store: this.store ?? null, aside, kind, asks, leaves, frozen: this.frozen, ...work, texts, completed: this.completed === true, risky: this.session.risky };
  }

  /** What no LMS may ever see: a second end, a word after it, a value that it refuses, words that are private. */
  check() {
    if (!this.lms) return [];
    const faults = [];
    for (const { method, words, answer } of this.lms.log.splice(0)) {
      const call = [method, ...words].join(" ");
      if (this.ended) faults.push(`after the end: ${call}`);
      if (method === "set" && answer === "false") faults.push(`refused: ${call}`);
      if (/private\d/.test(call)) faults.push(`told to the LMS: ${call}`);
      this.ended ||= method === "terminate";
    }
    return faults;
  }
}

/** @returns what `readCourse` makes of a page */
function courseOf({ version, modules }) {
  const items = new Map();
  for (const item of modules.flatMap((module) => module.items)) items.set(item.id, itemOf(item));
  const made = modules.map(({ id, items: asked }, place) => {
    const scored = asked.filter(({ kind }) => kind === "choice").map(({ id: item }) => item);
    return { id, title: id, number: place + 1, asked: asked.map(({ id: item }) => item), scored, weights: new Map() };
  });
  return { id: COURSE, version, title: COURSE, modules: made, items, films: [], completion: { rule: "all-questions", passMark: null } };
}

function itemOf({ choices = [], kind, ...item }) {
  return { ...item, kind, types: typesOf(kind), element: elementOf({ choices, ...item }), scored: kind === "choice", choices: () => choices, still: () => true };
}

const typesOf = (kind) => (kind === "reflect" ? { scorm12: "fill-in", scorm2004: "long-fill-in" } : { scorm12: "choice", scorm2004: "choice" });

function elementOf({ choices = [], basis = 0 }) {
  return { dataset: { basis: String(basis) }, querySelectorAll: () => choices.map((value) => ({ value })) };
}

function workIn({ items, completed, portfolio }) {
  const texts = {};
  const answers = {};
  for (const [item, { state, response, attempts, text }] of items) {
    if (text !== "") texts[item] = text;
    if (attempts > 0 || response.length > 0) answers[item] = { state, response, attempts };
  }
  return { texts, answers, completed, form: (portfolio.form.get("learnt") ?? []).join("\n\n") };
}

const HAPPENINGS = {
  begin: (_, told) => new World(told),
  open: (world, told) => void world.pages.set(told.page, new Page(world, { ...told, id: told.page })),
  wait: (world, { seconds }) => world.clock.advance(seconds * 1000),
  trouble: (world, { kind }) => (world.trouble = kind),
  update: (world, { outline }) => (world.outline = outline),
  forget: (world) => (world.record = {}),
  full: (world, { device, full }) => (world.devices[device].storage.full = full),
  type: (world, { page, item, text }) => world.pages.get(page).type(item, text),
  answer: (world, { page, item, choice }) => world.pages.get(page).answer(item, choice),
  form: (world, { page, text }) => world.pages.get(page).learning.gather(({ form }) => form.set("learnt", [text])),
  turn: (world, { page, module }) => world.pages.get(page).learning.open(module),
  hide: (world, { page }) => world.pages.get(page).hide(),
  freeze: (world, { page }) => world.pages.get(page).close(true),
  thaw: (world, { page }) => world.pages.get(page).comeBack(),
  close: (world, { page }) => world.pages.get(page).close(false),
  kill: (world, { page }) => world.pages.get(page).kill(),
  here: (world, { page }) => world.pages.get(page).session.takeOver(),
  goOn: (world, { page }) => world.pages.get(page).session.goOn(),
  beginAgain: (world, { page }) => world.pages.get(page).session.beginAgain(),
  retry: (world, { page }) => world.pages.get(page).session.retry(),
  leave: (world, { page }) => world.pages.get(page).session.leave(),
  clear: (world, { page }) => world.pages.get(page).session.clear(),
  hear(world, { device }) {
    for (const page of world.pages.values()) if (page.device === device && !page.frozen && !page.dead) page.session.listen();
  },
  carry(world, { from, page }) {
    world.pages.get(from).leave();
    world.pages.get(page).leave();
    const text = writeWork({ course: COURSE, title: COURSE, saved: world.clock.now(), snapshot: world.pages.get(from).session.work });
    world.pages.get(page).session.absorb(readWork(text, COURSE).work.snapshot);
  },
};

let world = null;
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { happens, ...told } = JSON.parse(line);
  try {
    world = happens === "begin" ? HAPPENINGS.begin(world, told) : (HAPPENINGS[happens](world, told), world);
    for (const page of world.pages.values()) world.faults.push(...page.check());
    for (const [id, page] of world.pages) if (page.dead) world.pages.delete(id);
  } catch (error) {
    world.faults.push(`${happens}: ${error.stack}`);
  }
  process.stdout.write(`${JSON.stringify(world.see())}\n`);
}
