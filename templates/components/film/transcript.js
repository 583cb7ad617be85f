import { clock } from "./clock.js";
import { fold } from "../../runtime/fold.js";
import { offerFile } from "../../runtime/record/download.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** Milliseconds after the last letter, before it is said how often the words were found. */
const TYPED = 700;

/**
 * The transcript of a film: one stop for the Tab key, and arrows from sentence to sentence. Chapters are marked with it.
 * @param {HTMLElement} figure
 * @param {Workbench} bench
 * @returns {(seconds: number) => void} marks where the film is
 */
export function transcriptOf(figure, { strings, announce, learning }) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (figure.querySelector(`[data-film-${name}]`));
  const sentences = [...figure.querySelectorAll("a[data-film-at]")].filter((found) => found instanceof HTMLElement);
  const [panel, search, follow] = [part("transcript"), part("search"), part("follow")];
  const markSentence = marker(sentences, "filmAt");
  const markChapter = marker([...figure.querySelectorAll("button[data-film-seek]")].filter((found) => found instanceof HTMLElement), "filmSeek");
  let place = 0;
  // How many of the sentences with the words were gone to.
  let reached = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  for (const [index, sentence] of sentences.entries()) sentence.tabIndex = index ? -1 : 0;
  panel?.addEventListener("focusin", ({ target }) => stop(sentences.findIndex((sentence) => sentence === target)));
  panel?.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    sentences[Math.min(Math.max(0, place + step), sentences.length - 1)]?.focus();
  });
  if (search instanceof HTMLInputElement) {
    search.addEventListener("input", () => find(search.value));
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const found = sentences.filter(isFound);
      found[reached++ % found.length]?.focus();
    });
  }
  if (follow instanceof HTMLInputElement && panel) {
    follow.checked = learning.preferences.look?.["follow"] === "yes";
    const act = () => panel.toggleAttribute("data-following", follow.checked);
    follow.addEventListener("change", () => {
      learning.prefer({ look: { ...learning.preferences.look, follow: follow.checked ? "yes" : "no" } });
      act();
    });
    act();
  }
  part("text")?.addEventListener("click", (event) => {
    // A server lets the browser keep the file; from the disk it would open in place of the course.
    if (!panel || window.location.protocol !== "file:") return;
    event.preventDefault();
    const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
    offerFile(figure, link.href.slice(link.href.lastIndexOf("/") + 1), "text/plain", textOf(figure.querySelector("h2"), panel));
  });
  const tools = part("tools");
  if (tools) tools.hidden = false;

  return (seconds) => {
    markChapter(seconds);
    const sentence = markSentence(seconds);
    if (!sentence || !panel?.hasAttribute("data-following")) return;
    const { top, bottom } = panel.getBoundingClientRect();
    // The page stays where it is: only the transcript moves in its own frame.
    panel.scrollTop += sentence.getBoundingClientRect().top - top - (bottom - top) / 3;
  };

  /** @param {number} index where the Tab key stops from now on */
  function stop(index) {
    if (index < 0) return;
    for (const [at, tabIndex] of [[place, -1], [index, 0]]) Object.assign(sentences[at ?? 0] ?? {}, { tabIndex });
    place = index;
  }

  /** @param {string} words */
  function find(words) {
    reached = 0;
    const wanted = fold(words.trim());
    for (const sentence of sentences) {
      sentence.toggleAttribute("data-found", wanted.length > 1 && fold(sentence.textContent ?? "").includes(wanted));
    }
    const said = wanted.length > 1 ? strings.plural("film.found", sentences.filter(isFound).length) : "";
    const count = part("count");
    if (count) count.textContent = said;
    clearTimeout(timer);
    timer = setTimeout(() => announce(said), TYPED);
  }
}

/**
 * @param {Element | null} title
 * @param {HTMLElement} panel
 * @returns {string} with the time of each paragraph
 */
function textOf(title, panel) {
  const paragraphs = [...panel.children].map((child) => {
    const seconds = child.querySelector("[data-film-at]")?.getAttribute("data-film-at");
    return (seconds ? `${clock(Number(seconds))}\n` : "") + (child.textContent ?? "").trim();
  });
  return `${[title?.textContent, ...paragraphs].join("\n\n")}\n`;
}

/** @type {(element: Element) => boolean} */
const isFound = (element) => element.hasAttribute("data-found");

/**
 * @param {HTMLElement[]} places in order
 * @param {string} name where each has its seconds
 * @returns {(seconds: number) => HTMLElement | undefined} marks the place to which the film has come; gives it when it is another one
 */
function marker(places, name) {
  const times = places.map(({ dataset }) => Number(dataset[name]));
  /** @type {HTMLElement | undefined} */
  let marked;
  return (seconds) => {
    const place = places[times.reduce((found, time, index) => (time <= seconds + 0.05 && time >= (times[found] ?? 0) ? index : found), -1)];
    if (place === marked) return undefined;
    marked?.removeAttribute("aria-current");
    place?.setAttribute("aria-current", "true");
    marked = place;
    return place;
  };
}
