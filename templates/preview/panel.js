import { PREVIEW, SCORM12, SCORM2004 } from "../runtime/contract.js";
import { sentence } from "./words.js";

/** @typedef {import("./events.js").Edition} Edition */

/**
 * What the author left open or shut, until this window is closed.
 *
 * @typedef {object} Habit
 * @property {boolean} open
 * @property {string} state of the folder then
 */

const KEY = "satchel-preview:panel";
const SHEETS = ["findings.css", "panel.css"];
const TAIL = {
  clean: "",
  warnings: "",
  errors: " This page shows the course as it was before.",
  problem: " This page shows the course as it was before.",
};

/**
 * The panel at the foot of the page. It stands in a shadow tree: the course's style and script do not see it, nor it them.
 */
export class Panel {
  #page;
  #details = document.createElement("details");
  #summary = document.createElement("summary");
  #status = document.createElement("span");
  #live = document.createElement("p");
  #body = document.createElement("div");
  #state = "";
  #over;

  /**
   * @param {Document} page
   * @param {Element} [place] where it stands; without one it stands over the page, at its foot
   */
  constructor(page, place) {
    this.#page = page;
    this.#over = place === undefined;
    const host = page.createElement("satchel-preview");
    // Its words are English, whatever the course is in.
    host.lang = "en-GB";
    host.dir = "ltr";
    const tree = host.attachShadow({ mode: "open" });
    const aside = page.createElement("aside");
    aside.setAttribute("aria-label", "Preview");
    this.#live.setAttribute("role", "status");
    this.#live.className = "panel__live";
    this.#status.className = "panel__status";
    this.#body.className = "panel__body";
    const words = page.createElement("span");
    const findings = page.createElement("div");
    findings.className = "panel__findings";
    words.className = "panel__name";
    words.textContent = "Preview";
    this.#summary.append(words, " ", this.#status);
    this.#body.append(findings, views(page));
    this.#details.append(this.#summary, this.#body);
    aside.append(this.#details, this.#live);
    tree.append(...SHEETS.map((name) => sheet(page, name)), aside);
    host.toggleAttribute("data-over", this.#over);
    (place ?? page.body).append(host);
    this.#makeRoom();
    this.#details.addEventListener("toggle", () => this.#toggled());
  }

  /** @param {Edition} edition */
  show({ state, summary, html }) {
    const habit = read();
    const opens = state === "errors" || state === "problem";
    this.#state = state;
    this.#details.open = habit?.state === state ? habit.open : opens;
    this.#details.dataset["state"] = state;
    this.#say(sentence(summary) + TAIL[state]);
    const findings = this.#body.firstElementChild;
    // Made by a template of ours: every word in it is escaped.
    if (findings) findings.innerHTML = html;
    write({ open: this.#details.open, state });
  }

  /** The server went away. */
  lost() {
    this.#details.dataset["state"] = "lost";
    this.#say("The preview has stopped. Start it again: this page connects by itself.");
  }

  /** @param {string} words to see and, since a summary is no live region, to hear */
  #say(words) {
    for (const place of [this.#status, this.#live]) if (place.textContent !== words) place.textContent = words;
  }

  #toggled() {
    this.#makeRoom();
    if (this.#state !== "") write({ open: this.#details.open, state: this.#state });
  }

  /** The end of the page can be scrolled to above the panel. */
  #makeRoom() {
    if (this.#over) this.#page.body.style.paddingBlockEnd = this.#details.open ? "calc(min(45vh, 26rem) + 5rem)" : "5rem";
  }
}

/**
 * @param {Document} page
 * @returns {HTMLElement} links to the course as a learner gets it, by herself and from an LMS
 */
function views(page) {
  const nav = page.createElement("nav");
  nav.setAttribute("aria-label", "Ways to look at the course");
  const here = new URLSearchParams(page.location.search).get("lms") ?? "";
  for (const [lms, words] of [["", "By itself"], ["1", `In an LMS, ${SCORM12.name}`], ["2004", `In an LMS, ${SCORM2004.name}`]]) {
    const link = page.createElement("a");
    link.href = lms === "" ? "/" : `/?lms=${lms}`;
    link.textContent = words ?? "";
    if (lms === here) link.setAttribute("aria-current", "page");
    nav.append(link);
  }
  return nav;
}

/**
 * @param {Document} page
 * @param {string} name
 */
function sheet(page, name) {
  const link = page.createElement("link");
  link.rel = "stylesheet";
  link.href = `${PREVIEW}${name}`;
  return link;
}

/** @returns {Habit | null} */
function read() {
  return JSON.parse(window.sessionStorage.getItem(KEY) ?? "null");
}

/** @param {Habit} habit */
function write(habit) {
  window.sessionStorage.setItem(KEY, JSON.stringify(habit));
}
