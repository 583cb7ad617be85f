/**
 * A page of a built course in Node, with a document in place of a browser: what a learner does there, and what she then
 * reads, hears and finds again. What only a browser knows (layout, keys, pixels, real screen readers) is not here.
 */
import { readFileSync } from "node:fs";
import { afterEach } from "node:test";
import { Window } from "happy-dom";
import { all } from "./telling.mjs";

process.env.TZ = "Europe/London";
const BEGUN = Date.UTC(2026, 2, 2, 14, 2, 0);
const START = new URL("../../templates/start/", import.meta.url);
const OWN = ["document", "Event", "CustomEvent", "Element", "HTMLElement", "Node", "location", "localStorage", "sessionStorage", "navigator"];
let launches = 0;

/** Windows that a test has opened. Without `close`, `happy-dom` holds each of them, some 15 MB, until Node ends. */
const opened = [];
afterEach(async () => {
  for (const window of opened.splice(0)) await window.happyDOM.close();
});

/** Time that stands still until it is told to go on. */
class Time {
  ticks = 0;
  #timers = new Map();
  #next = 1;
  later = (act, after = 0) => {
    this.#timers.set(this.#next, { at: this.ticks + after, act });
    return this.#next++;
  };
  cancel = (timer) => void this.#timers.delete(timer);

  /** Lets so many milliseconds pass; whatever is promised meanwhile happens too. */
  async pass(milliseconds) {
    const end = this.ticks + milliseconds;
    for (;;) {
      for (let turn = 0; turn < 20; turn += 1) await null;
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.ticks = Math.max(this.ticks, next[1].at);
      next[1].act();
    }
    this.ticks = end;
  }
}

/** One learner's browser: what it keeps outlives each page that is opened in it. */
export class Device {
  kept = new Map();
  time = new Time();

  /**
   * @param {string} course folder below the built pages: `kinds/web`
   * @param {{hash?: string, lms?: import("../runtime/fakes/strict-lms.mjs").StrictLms, storage?: boolean, still?: boolean, before?: (window: Window) => void}} [options]
   */
  async open(course, { hash = "", lms, storage = true, still = true, before = () => {} } = {}) {
    const page = new Page(this, course, hash, lms, storage);
    /** Its lines without script; it takes time to read them. */
    if (still) page.still = all(page.document);
    before(page.window);
    await page.launch();
    return page;
  }
}

/** A page that is open. */
class Page {
  #device;
  #destination;
  #ends = [];
  /** What was told since it was asked last. */
  told = [];
  /** What was offered to be kept. */
  files = [];

  constructor(device, course, hash, lms, storage) {
    this.#device = device;
    this.#destination = course.split("/")[1];
    const html = readFileSync(`${process.env.SATCHEL_PAGES}/${course}/index.html`, "utf8").replace(/<script[^>]* src=[^>]*><\/script>/g, "");
    const settings = { disableJavaScriptFileLoading: true, disableCSSFileLoading: true, handleDisabledFileLoadingAsSuccess: true, navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } };
    this.window = new Window({ url: `https://course.example/index.html${hash}`, settings });
    opened.push(this.window);
    this.window.document.write(html);
    this.document = this.window.document;
    // A browser that runs scripts reads no elements there (HTML 4.12.2).
    for (const one of this.document.querySelectorAll("noscript")) one.textContent = one.innerHTML;
    for (const [name, api] of Object.entries(lms?.window ?? {})) if (name.startsWith("API")) this.window[name] = api;
    this.#equip(storage);
  }

  /** What the page finds in its window. */
  #equip(storage) {
    const { window } = this;
    const { kept, time } = this.#device;
    const ends = this.#ends;
    const local = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, String(value)),
      removeItem: (key) => void kept.delete(key),
      key: (place) => [...kept.keys()][place] ?? null,
      get length() { return kept.size; },
    };
    const none = { get() { throw new DOMException("denied", "SecurityError"); } };
    const define = (name, value) => Object.defineProperty(window, name, { configurable: true, ...value });
    define("localStorage", storage ? { value: local } : none);
    define("indexedDB", none);
    define("performance", { value: { now: () => time.ticks } });
    class Sight {
      constructor(act) { this.act = act; }
      observe(element) { ends.push({ element, sight: this }); }
      disconnect() { ends.splice(0, ends.length, ...ends.filter((one) => one.sight !== this)); }
    }
    class Then extends Date {
      constructor(...given) { super(...(given.length > 0 ? given : [BEGUN + time.ticks])); }
      static now() { return BEGUN + time.ticks; }
    }
    for (const name of Object.getOwnPropertyNames(window)) {
      if (OWN.includes(name) || /^(HTML|SVG)\w*Element$/.test(name) || !(name in globalThis)) Object.defineProperty(globalThis, name, { configurable: true, get: () => window[name], set: () => {} });
    }
    Object.entries({ window, performance: window.performance, IntersectionObserver: Sight, Date: Then }).forEach(([name, value]) => put(name, value));
    Object.entries({ setTimeout: time.later, clearTimeout: time.cancel, queueMicrotask: (act) => void Promise.resolve().then(act) }).forEach(([name, value]) => put(name, value));
    Math.random = () => 0.25;
    for (const video of window.document.querySelectorAll("video, audio")) screen(video);
    URL.createObjectURL = (file) => {
      this.files.push(file);
      return `blob:${this.files.length}`;
    };
    window.requestAnimationFrame = (act) => time.later(act, 16);
    window.print = () => this.told.push("(printed)");
  }

  /** A script of its own that the page has asked for. */
  async load(name) {
    launches += 1;
    await import(new URL(`${name}.js?${launches}`, START).href);
    await this.pass(100);
  }

  async launch() {
    launches += 1;
    // Films have a script of their own, which is there before the page comes to life.
    if (this.document.querySelector("[data-film]")) {
      const [{ KINDS }, { film }] = await Promise.all(["kinds.js", "../components/film/film.js"].map((name) => import(new URL(name, START).href)));
      Object.assign(KINDS, { film });
    }
    await import(new URL(`${this.#destination}.js?${launches}`, START).href);
    await this.pass(100);
  }

  async pass(milliseconds = 1000) {
    const region = this.document.querySelector("[data-announce]");
    const before = region?.textContent ?? "";
    for (let spent = 0; spent < milliseconds; spent += 100) {
      await this.#device.time.pass(Math.min(100, milliseconds - spent));
      const said = region?.textContent.replace(/\s+/g, " ").trim();
      if (said && said !== this.said && said !== before) this.told.push(`says: ${said}`);
      this.said = said;
    }
  }

  /** The element that a learner calls so: of these, the first whose name it is. */
  find(name, within = this.document) {
    const places = within.querySelectorAll("a, button, input, select, textarea, summary");
    const found = [...places].find((one) => !one.closest("[hidden], template, [data-page]:not([data-current])") && nameOf(one) === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  }

  async press(name, within) {
    const target = typeof name === "string" ? this.find(name, within) : name;
    if (!target.disabled) {
      target.focus();
      const followed = target.localName !== "a" ? void target.click() : target.dispatchEvent(new this.window.MouseEvent("click", { bubbles: true, cancelable: true }));
      if (followed && target.hash) await this.go(target.hash);
    }
    await this.pass();
  }

  async go(hash) {
    this.window.location.hash = hash;
    this.window.dispatchEvent(new this.window.Event("hashchange"));
    await this.pass();
  }

  async write(target, value) {
    target.focus();
    target.value = value;
    for (const sign of ["input", "change"]) target.dispatchEvent(new this.window.Event(sign, { bubbles: true }));
    await this.pass();
  }

  /** The question or reflection that is shown and has this id. */
  item(id) {
    return this.document.querySelector(`[data-current] [data-item="${id}"]`);
  }

  /** Answers a question, as the files beside the examples say it: label -> words; of options and steps the labels alone. */
  async give(question, fields) {
    const labels = Object.keys(fields);
    if (question.querySelector("[data-sequence]")) {
      for (const [place, words] of labels.entries()) {
        const step = [...question.querySelectorAll("[data-choice]")].find((one) => one.querySelector("[data-choice-text]").textContent.trim() === words);
        const select = step.querySelector("select");
        select.selectedIndex = place;
        select.dispatchEvent(new this.window.Event("input", { bubbles: true }));
      }
      return this.pass();
    }
    for (const box of question.querySelectorAll("[type=checkbox]:not([data-later])")) {
      if (box.checked !== labels.includes(nameOf(box))) await this.press(box);
    }
    for (const [label, value] of Object.entries(fields)) {
      const box = this.find(label, question);
      if (box.type === "checkbox") continue;
      if (box.type === "radio") await this.press(box);
      else await this.write(box, box.localName === "select" ? [...box.options].find(({ text }) => text.trim() === value).value : value);
    }
  }

  /** The film runs for so many seconds from where it is. */
  async run(video, seconds) {
    video.paused = false;
    const sign = (name) => video.dispatchEvent(new this.window.Event(name));
    for (let second = 0; second < seconds && video.currentTime < video.duration; second += 1) {
      video.currentTime += 1;
      video.played.length = 1;
      await this.pass(1000);
      sign("timeupdate");
    }
    video.paused = true;
    sign(video.currentTime < video.duration ? "pause" : "ended");
    await this.pass();
  }

  /** The end of the module comes into sight. */
  async reachEnd() {
    for (const { element, sight } of [...this.#ends]) sight.act([{ isIntersecting: true, target: element }]);
    await this.pass();
  }

  async close() {
    this.window.dispatchEvent(Object.assign(new this.window.Event("pagehide"), { persisted: false }));
    await this.pass(100);
  }
}

/** A film of 40 seconds, as far as a document knows of one. */
function screen(video) {
  const tracks = Object.assign(
    [...video.querySelectorAll("track")].map(({ kind, srclang: language, label }) => ({ kind, language, label, mode: "disabled", cues: [], activeCues: [], addEventListener() {} })),
    { addEventListener: (_, act) => (tracks.changed = act) },
  );
  const played = { length: 0, start: () => 0, end: () => video.currentTime };
  const facts = { currentTime: 0, duration: 40, paused: true, played, textTracks: tracks, readyState: 1, HAVE_METADATA: 1, error: null, playbackRate: 1, defaultPlaybackRate: 1 };
  for (const [name, value] of Object.entries(facts)) Object.defineProperty(video, name, { configurable: true, writable: true, value });
  video.play = async () => void (video.paused = false);
}

function put(name, value) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

/** How a learner calls a control: by its label, or its words. */
export function nameOf(control) {
  const label = control.getAttribute("aria-label") ?? [...(control.labels ?? [])].map((one) => one.textContent).join(" ");
  return (label || control.textContent).replace(/\s+/g, " ").trim();
}
