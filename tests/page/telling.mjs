/**
 * What a learner finds on the page, line by line, and how it changes with each thing that she does. `scenes/` holds it:
 * `SNAPSHOTS=write python -m pytest -n 0 tests/page` writes it afresh. Read what it wrote.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const NEVER = new Set(["option", "legend", "script", "style", "template"]);
/** What nobody meets, as the page stands. What is announced is told by itself. */
const isSilent = (element) =>
  isNever(element) || element.hasAttribute("hidden") || element.hasAttribute("data-announce") || element.hasAttribute("data-answers") || (element.hasAttribute("data-page") && !element.hasAttribute("data-current"));
/** Nor what is told in a panel before it is opened. */
const isNever = (element) => NEVER.has(element.localName) || (element.hasAttribute("data-tools-panel") && element.hasAttribute("hidden"));
const BLOCKS = /^(h\d|p|li|label|button|summary|dt|dd|figcaption|td|th)$/;
const STATES = ["aria-current", "aria-pressed", "aria-invalid", "aria-disabled", "aria-expanded", "data-state", "data-trouble", "data-waits", "lang", "dir", "href"];

/** The lines of a page as it stands. */
export function lines(document) {
  return [`title: ${document.title}`, `address: ${document.location.hash}`, `focus: ${place(document.activeElement)}`, ...all(document, isSilent)];
}

/** The lines of all pages, hidden ones too: what a page has without its script. */
export function all(document, silent = isNever) {
  const found = [];
  /** @type {Map<string, Element> | undefined} */
  let named;
  const find = (id) => (named ??= new Map([...document.querySelectorAll("[id]")].reverse().map((one) => [one.id, one]))).get(id);
  tell(document.body, found, find, silent);
  return found;
}

function tell(element, found, find, silent, told = false) {
  if (silent(element)) return;
  const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(" ");
  const block = BLOCKS.test(element.localName);
  const text = block ? words(element) : own.replace(/\s+/g, " ").trim();
  const states = statesOf(element, find);
  if (states || (text && !told)) found.push(`${element.localName}${states}${told && !/^(a|button)$/.test(element.localName) ? "" : `: ${text}`}`);
  for (const child of element.children) tell(child, found, find, silent, told || block);
}

function statesOf(element, find) {
  const held = STATES.filter((name) => element.hasAttribute(name)).map((name) => `${name}=${element.getAttribute(name)}`);
  if (/^(input|select|textarea)$/.test(element.localName)) {
    held.push(/radio|checkbox/.test(element.type) ? (element.checked ? "chosen" : "not chosen") : `holds "${element.localName === "select" ? (element.selectedOptions[0]?.textContent ?? "") : element.value}"`);
    if (element.readOnly) held.push("read only");
  }
  // A form of happy-dom looks through all of its fields for a name that it does not know.
  if (element.localName !== "form" && element.disabled) held.push("disabled");
  if (element.localName === "video") held.push(...filmStates(element));
  if (element.localName === "details") held.push(element.open ? "open" : "closed");
  const described = (element.getAttribute("aria-describedby") ?? "").split(" ").map(find).filter((one) => one && !one.hidden);
  if (described.length > 0) held.push(`described: ${described.map(words).join(" ")}`);
  return held.length > 0 ? ` (${held.join(", ")})` : "";
}

const filmStates = ({ currentTime, playbackRate, defaultPlaybackRate, textTracks, src }) => [
  `at ${currentTime} s, at ${playbackRate} and ${defaultPlaybackRate} times its speed`,
  ...textTracks.map(({ kind, mode }) => `${kind} ${mode}`),
  src.slice(-20),
];

const words = (element) => heard(element).replace(/\s+/g, " ").trim();
const heard = (node) => (node.nodeType === 3 ? node.data : node.nodeType === 1 && !isSilent(node) ? [...node.childNodes].map(heard).join("") : "");

const place = (element) => (element ? `${element.localName} ${element.id || words(element)}`.trim().slice(0, 100) : "");

/** One learner's way through a page, written down: what she does, and each line that comes or goes with it. */
export class Scene {
  #text = [];
  #before = [];

  constructor(name) {
    this.name = name;
  }

  /** @param {string} did */
  note(did, page) {
    const now = [...lines(page.document), ...page.told.splice(0)];
    const [gone, come] = [left(this.#before, now), left(now, this.#before)];
    this.#text.push(`> ${did}`, ...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`));
    this.#stand(now);
  }

  /** As `note`, without what any page of the course says before its script has begun. */
  go(did, page) {
    const now = [...lines(page.document), ...page.told.splice(0)];
    this.#text.push(`> ${did}`, ...left(now, page.still).filter((line) => !this.#before.includes(line)).map((line) => `+ ${line}`));
    this.#stand(now);
  }

  /** @param {string[]} now what the next thing that she does changes */
  #stand(now) {
    this.#before = now.filter((line) => !/^(says|LMS):|^\(/.test(line));
  }

  /** A page that was just opened. */
  open(did, page) {
    this.#before = [];
    this.go(did, page);
  }

  /** @param {string[]} lines something beside the page */
  list(did, lines) {
    this.#text.push(`> ${did}`, ...lines.map((line) => `  ${line}`));
  }

  end() {
    const file = new URL(`scenes/${this.name}.txt`, import.meta.url);
    const text = `${this.#text.join("\n")}\n`;
    if (process.env.SNAPSHOTS === "write") writeFileSync(file, text);
    assert.equal(text, readFileSync(file, "utf8"));
  }
}

/** Lines of the first list that the second does not have, as often as it lacks them. */
function left(lines, others) {
  const count = new Map();
  for (const line of others) count.set(line, (count.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const more = count.get(line) ?? 0;
    count.set(line, more - 1);
    return more <= 0;
  });
}
