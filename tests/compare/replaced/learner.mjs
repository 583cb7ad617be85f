/** A learner who begins the first version of a course, and goes on in the second; and what `satchel compare` says of the two. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { StrictLms } from "../../runtime/fakes/strict-lms.mjs";
import { Device } from "../../page/page.mjs";

const SAID = JSON.parse(readFileSync(`${process.env.SATCHEL_PAGES}/comparisons.json`, "utf8"));
const DESTINATIONS = { 1.2: "scorm12", 2004: "scorm2004" };
export const LOOK_AGAIN = "This question has changed since you answered it. Please look at your answer again.";

/** The name under which Moodle keeps records: with another one it deletes them. */
const itemOf = (folder) => /<item[^>]* identifier="([^"]*)"/.exec(readFileSync(`${process.env.SATCHEL_PAGES}/${folder}/imsmanifest.xml`, "utf8"))?.[1];

const lasting = (seconds) => ({ document }) => document.querySelectorAll("video, audio").forEach((film) => (film.duration = seconds));

/** Asserts that the comparison says all of these sentences of a change. */
export function says(pair, kind, id, ...sentences) {
  const { changes } = SAID[pair.includes("/") ? pair : `${pair}/scorm2004`];
  const found = changes.filter((change) => change.kind === kind && (!id || change.id === id));
  const words = found.map(({ what, effect }) => `${what} ${effect}`);
  for (const sentence of sentences) assert.ok(words.some((one) => one.includes(sentence)), `${pair} ${kind} ${id}: ${sentence}\nsays: ${words.join("\n")}`);
}

export const verdictOf = (pair) => SAID[`${pair}/scorm2004`].verdict;

export class Learner {
  device = new Device();
  #pair;
  #edition;
  #item;

  /** `wordy`: whether her LMS takes any words for an answer. */
  constructor(pair, edition = "2004", wordy = false) {
    this.#pair = pair;
    this.#edition = edition;
    this.wordy = wordy;
  }

  /** Another learner who has done the same, on a device of her own. */
  copy() {
    const other = new Learner(this.#pair, this.#edition);
    other.#item = this.#item;
    other.lms = new StrictLms(this.#edition, this.stored);
    other.device.kept = new Map(this.device.kept);
    other.device.time.ticks = this.device.time.ticks;
    return other;
  }

  /** Leaves what is open and opens a version; `elsewhere`: on a device that has never seen the course; `given`: what an LMS knows beforehand; `length`: seconds of its films. */
  async open(version, { elsewhere = false, at = "", given = {}, length = 40 } = {}) {
    await this.leave();
    if (elsewhere) this.device = new Device();
    const folder = `${this.#pair}-${version}/${DESTINATIONS[this.#edition]}`;
    const item = itemOf(folder);
    this.lms = new StrictLms(this.#edition, this.#item === item ? this.lms?.stored : { ...given });
    this.#item = item;
    this.lms.wordy = this.wordy;
    this.page = await this.device.open(folder, { lms: this.lms, still: false, hash: at, before: lasting(length) });
    return this.page;
  }

  async leave() {
    if (!this.page) return;
    await this.page.pass(5000);
    await this.page.close();
    assert.deepEqual(this.lms.refusals, []);
    this.page = undefined;
  }

  /** The question or reflection with this id, wherever it stands. */
  item(id) {
    return this.page.document.querySelector(`[data-item="${id}"]`);
  }

  /** What the page says of an answer. */
  told(id) {
    return this.item(id).querySelector("[data-feedback]").textContent.replace(/\s+/g, " ").trim();
  }

  state(id) {
    return this.item(id).dataset.state;
  }

  /** Words of what is chosen in a question. */
  chosen(id) {
    return [...this.item(id).querySelectorAll("input:checked")].map((input) => input.closest("label, li, div").textContent.replace(/\s+/g, " ").trim());
  }

  /** Answers questions that are shown, and checks them: id -> label, or fields as `Page.give` takes them. */
  async answer(answers) {
    for (const [id, given] of Object.entries(answers)) {
      await this.page.give(this.item(id), typeof given === "string" ? { [given]: true } : given);
      await this.page.press(this.item(id).querySelector("[data-check]"));
    }
  }

  async write(id, words) {
    await this.page.write(this.item(id).querySelector("textarea"), words);
  }

  get stored() {
    return this.lms.stored;
  }

  /** What the LMS holds of a question: field -> value. */
  interaction(id) {
    const [place] = Object.entries(this.stored).flatMap(([element, value]) => (value === id ? (/^cmi\.interactions\.(\d+)\.id$/.exec(element) ?? []).slice(1) : []));
    const start = `cmi.interactions.${place}.`;
    return Object.fromEntries(Object.entries(this.stored).flatMap(([element, value]) => (element.startsWith(start) ? [[element.slice(start.length), value]] : [])));
  }

  /** Completion, success and score, as the LMS has them. */
  get result() {
    return ["cmi.completion_status", "cmi.success_status", "cmi.score.raw"].map((element) => this.stored[element] ?? "");
  }

  /** Whether a module is done, waits, or was opened, as the contents say it. */
  module(id) {
    return this.page.document.querySelector(`[data-module-state="${id}"]`)?.textContent.trim();
  }
}

/** A learner who has begun a course: the module that she opened first, and her answers in it. */
export async function begun(pair, answers, ...modules) {
  const learner = new Learner(pair);
  await learner.open("old", { at: "#one" });
  await learner.answer(answers);
  for (const module of modules) await learner.page.go(`#${module}`);
  await learner.leave();
  return learner;
}
