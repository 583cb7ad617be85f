import { sentencesOf } from "./sentences.js";
import { on } from "../../runtime/languages/listening.js";

/** @typedef {import("./sentences.js").Sentence} Sentence */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/** The line of the contents may lie over so much of the page. */
const COVERED = 60;
const MARK = "satchel-aloud";

/**
 * Reads the page aloud, from where the learner is, in voices of her device.
 * @param {Document} page
 * @param {Strings} strings
 * @param {import("../../runtime/page/announcer.js").Announce} announce
 * @param {() => void} hush stops all films
 * @returns {() => void} stops reading
 */
export function aloud(page, strings, announce, hush) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-aloud-${name}]`));
  const [root, start, next, stop, told] = ["controls", "start", "next", "stop", "told"].map(part);
  const voice = window.speechSynthesis;
  if (!root || !start || !next || !stop || !told || !voice) return () => {};
  /** @type {Sentence[]} */
  let sentences = [];
  let at = 0;
  /** @type {"still" | "reading" | "paused"} */
  let state = "still";
  /** What was begun since is not ended by the end of what was called off. */
  let turn = 0;
  /** @type {Set<string>} */
  let missing = new Set();
  /** @type {Sentence["block"] | undefined} */
  let marked;
  // Browsers look for their voices when they are first asked.
  voice.getVoices();
  root.hidden = false;
  on(page, "play", () => set("still"), true);
  on(window, "pagehide", () => set("still"));
  start.addEventListener("click", () => {
    if (state === "reading") return set("paused");
    if (state === "still") begin();
    read();
  });
  next.addEventListener("click", () => {
    at += 1;
    read();
  });
  stop.addEventListener("click", () => {
    set("still");
    start.focus();
  });
  return () => set("still");

  function begin() {
    const shown = page.querySelector("[data-page][data-current]");
    sentences = shown ? sentencesOf(shown) : [];
    missing = new Set();
    told?.replaceChildren();
    const chosen = page.getSelection();
    const from = chosen && !chosen.isCollapsed ? sentences.findIndex(({ range }) => chosen.containsNode(range().startContainer, true)) : -1;
    at = from >= 0 ? from : Math.max(0, sentences.findIndex(({ block }) => block.getBoundingClientRect().bottom > COVERED));
  }

  function read() {
    const sentence = sentences[at];
    set(sentence ? "reading" : "still");
    if (!sentence) return;
    hush();
    const speaker = speakerOf(sentence.language);
    if (!speaker) return pass(sentence.language);
    const speech = new SpeechSynthesisUtterance(sentence.words);
    [speech.voice, speech.lang] = [speaker, speaker.lang];
    const mine = turn;
    speech.onend = speech.onerror = () => {
      if (mine !== turn) return;
      at += 1;
      read();
    };
    mark(sentence);
    voice.speak(speech);
  }

  /** @type {(language: string) => SpeechSynthesisVoice | undefined} one that sends nothing anywhere */
  function speakerOf(language) {
    const own = voice.getVoices().filter(({ localService }) => localService);
    const tagOf = (/** @type {string} */ tag) => tag.toLowerCase().replace("_", "-");
    const [tag, main = ""] = [tagOf(language), tagOf(language).split("-")[0]];
    return own.find(({ lang }) => tagOf(lang) === tag) ?? own.find(({ lang }) => tagOf(lang).split("-")[0] === main);
  }

  /** @param {string} language for which there is no voice: what is in it is left out, and that is said once */
  function pass(language) {
    if (!missing.has(language)) {
      missing.add(language);
      // Where the browser does not know that of the interface: as the language calls itself.
      const name = new Intl.DisplayNames([strings.language, language || "en"], { type: "language" }).of(language || "und") ?? language;
      told?.replaceChildren(strings.text("aloud.no-voice", { language: name }));
      announce(told?.textContent ?? "");
    }
    at += 1;
    read();
  }

  /** @param {typeof state} now */
  function set(now) {
    turn += 1;
    // Nothing that a film says is called off, when nothing was read.
    if (state === "reading") voice.cancel();
    state = now;
    if (start) start.textContent = strings.text(now === "reading" ? "aloud.pause" : now === "paused" ? "aloud.on" : "aloud.start");
    for (const button of [next, stop]) if (button) button.hidden = now === "still";
    if (now === "still") mark();
  }

  /** @param {Sentence} [sentence] the one that is read now */
  function mark(sentence) {
    marked?.removeAttribute("data-aloud");
    marked = sentence?.block;
    marked?.setAttribute("data-aloud", "");
    marked?.scrollIntoView({ block: "nearest" });
    if (typeof Highlight === "undefined") return;
    if (sentence) CSS.highlights.set(MARK, new Highlight(sentence.range()));
    else CSS.highlights.delete(MARK);
  }
}
