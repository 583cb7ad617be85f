import { awayOf, neededOf } from "./away/elsewhere.js";
import { captionsOf } from "./captions.js";
import { clock } from "./clock.js";
import { descriptionsOf } from "./descriptions.js";
import { pausesOf } from "./pauses.js";
import { signOf } from "./sign.js";
import { streamOf } from "./away/stream.js";
import { transcriptOf } from "./transcript.js";
import { troubleOf } from "./trouble.js";
import { watchingOf } from "./watching.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** Seconds that one press goes back, or forward. */
const LEAP = 10;
/** Seconds that an arrow goes, where the browser has none: on the buttons. */
const ARROWS = new Map(Object.entries({ ArrowLeft: -5, ArrowRight: 5 }));
/** How far a film runs before its place is kept again, in seconds. */
const KEEP_EVERY = 5;
/** Seconds under which a film is counted in seconds. */
const SHORT = 120;
/** Keys while the film or a button of its bar has the focus. On the film, space bar and arrows are the browser's own. */
const KEYS = new Map(Object.entries({ k: "play", j: "back", l: "forward", c: "captions", f: "full", m: "sound" }));

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const film = { open };

/**
 * A film, or a recording: the browser's own player, with a bar of buttons in words below it. Never plays by itself.
 * @param {HTMLElement} figure
 * @param {Workbench} bench
 * @returns {() => void} shows speed and captions as the learner likes them
 */
function open(figure, bench) {
  const { learning, strings, announce, active, whenLeaving } = bench;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (figure.querySelector(`[data-film-${name}]`));
  const video = /** @type {HTMLVideoElement} */ (part("media"));
  const stage = /** @type {HTMLElement} */ (part("stage"));
  const id = figure.dataset["film"] ?? "";
  const speeds = /** @type {HTMLSelectElement | null} */ (part("speed"));
  // What is heard alone is called a recording.
  const words = (/** @type {string} */ key, values = {}) => strings.text(`${video instanceof HTMLAudioElement ? "listen" : "film"}.${key}`, values);
  const tellSeen = neededOf(figure, learning, words);
  if (!video) {
    awayOf(figure);
    tellSeen();
    return tellSeen;
  }
  begin();
  const trouble = troubleOf(figure, video, bench, words, load);
  const stream = streamOf(video, fail, () => trouble.fail("failed"));
  // Address of what is played.
  let source = stream ? stream.address : (video.getAttribute("src") ?? "");
  const captions = captionsOf(figure, video, stage, learning, strings);
  const mark = transcriptOf(figure, bench);
  const showPauses = pausesOf(figure, video, bench, words, playFrom);
  // Where the film was when its place was kept last, or where it began by itself, in seconds.
  let kept = 0;
  // Whether the place where the learner left off is still to be gone to.
  let resuming = true;
  /** @type {number | undefined} where a film begins that is not there yet: sent there now, all before would count as played */
  let begins;
  const watching = watchingOf(video);
  const needed = Number(figure.dataset["filmWatched"] ?? 0);
  const [sign, spoken] = [part("sign"), part("spoken")];

  /** @type {Record<string, (byKey: boolean) => void>} what each button does, and each key */
  const acts = {
    play() {
      const { paused } = video;
      if (paused) start();
      else video.pause();
      announce(strings.text(paused ? "film.playing" : "film.paused"));
    },
    back: () => leap(-LEAP),
    forward: () => leap(LEAP),
    captions(byKey) {
      const said = captions.toggle();
      // A button says by itself whether it is pressed.
      if (byKey) announce(said);
    },
    described: () => swap(/** @type {HTMLElement} */ (part("described"))),
    ...(sign ? { sign: signOf(video, sign, trouble.lack) } : {}),
    ...(spoken ? { spoken: descriptionsOf(video, spoken, /** @type {HTMLInputElement} */ (part("waits")), bench) } : {}),
    ...(part("full") ? { full: fill } : {}),
    sound() {
      video.muted = !video.muted;
      announce(strings.text(video.muted ? "film.muted" : "film.sound"));
    },
  };

  for (const [name, act] of Object.entries(acts)) {
    const button = part(name);
    if (button instanceof HTMLButtonElement) button.addEventListener("click", () => act(false));
  }
  figure.addEventListener("click", (event) => {
    const place = event.target instanceof Element ? event.target.closest("[data-film-seek], [data-film-at][href]") : null;
    if (!(place instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    playFrom(Number(place.dataset["filmSeek"] ?? place.dataset["filmAt"]));
  });
  stage.addEventListener("keydown", (event) => {
    const { code, key, target } = event;
    // A list has keys of its own: letters go to an entry, arrows from one to the next.
    if (event.ctrlKey || event.metaKey || event.altKey || !(target === video || target instanceof HTMLButtonElement)) return;
    // Keyboards of other scripts type their own letters: there the place of the key counts, such as `KeyK`.
    const act = acts[KEYS.get((key > "~" ? code.slice(3) : key).toLowerCase()) ?? ""];
    const step = target === video ? undefined : ARROWS.get(key);
    if (!act && !step) return;
    event.preventDefault();
    // Where the page runs from right to left, so do its buttons: the key that points to the left goes on.
    if (step) leap(getComputedStyle(stage).direction === "rtl" ? -step : step);
    else act?.(true);
  });
  speeds?.addEventListener("change", () => {
    learning.prefer({ speed: Number(speeds.value) });
    prefer();
  });
  video.addEventListener("loadedmetadata", ready);
  video.addEventListener("durationchange", prefer);
  video.addEventListener("timeupdate", run);
  video.addEventListener("play", showPlay);
  video.addEventListener("pause", () => {
    showPlay();
    keep(here(), true);
  });
  video.addEventListener("ended", () => (count(), keep(0, true)));
  video.addEventListener("error", fail);
  bench.on(document, "fullscreenchange", () => {
    part("full")?.setAttribute("aria-pressed", String(document.fullscreenElement === stage));
    captions.show();
  });
  whenLeaving(() => video.duration > 0 && Math.abs(here() - kept) >= 1 && keep(here(), false));
  ["bar", "settings"].forEach((name) => show(name, true));
  // The browser's controls keep what only they have: the way through the film, the sound's volume. Not every browser can leave out the rest.
  /** @type {any} */ (video).controlsList?.add("noplaybackrate", "nodownload");
  // A frame of an LMS may not let its page fill the screen: no button promises it then.
  show("full", document.fullscreenEnabled || "webkitEnterFullscreen" in video);
  prefer();
  if (video.readyState >= video.HAVE_METADATA) ready();
  if (video.error) fail();
  if (stream === null) trouble.fail("stream");
  return prefer;

  /** Until its page is shown, neither the film nor its poster is asked for. */
  function begin() {
    const poster = part("poster");
    if (poster instanceof HTMLImageElement) {
      video.poster = poster.getAttribute("src") ?? "";
      poster.hidden = true;
    }
    // Another host hears of a learner only when the film is played.
    if (!figure.dataset["filmHost"]) video.preload = "metadata";
  }

  /**
   * @param {string} name
   * @param {boolean} shown
   */
  function show(name, shown) {
    const found = part(name);
    if (found) found.hidden = !shown;
  }

  function prefer() {
    tellSeen();
    showPauses();
    const { speed } = learning.preferences;
    video.defaultPlaybackRate = speed;
    video.playbackRate = speed;
    if (speeds) speeds.value = String(speed);
    captions.show();
    // Some recorders leave the length out: then it is known when the film has come to its end.
    if (!(video.duration < Infinity)) return;
    watching.recall(learning.seen(id), learning.reached(id));
    count();
  }

  function ready() {
    trouble.over();
    prefer();
    const reached = resuming ? learning.reached(id) : 0;
    if (reached >= KEEP_EVERY && reached < video.duration - KEEP_EVERY) begins = reached;
    if (begins !== undefined) video.currentTime = begins;
    begins = undefined;
    if (resuming) kept = here();
    resuming = false;
  }

  /** A browser may refuse, and then shows so itself. */
  function start() {
    video.play().catch(() => {});
  }

  function showPlay() {
    const button = part("play");
    if (button) button.textContent = strings.text(video.paused ? "film.play" : "film.pause");
  }

  /** @param {number} seconds */
  function leap(seconds) {
    goTo(here() + seconds);
    announce(video.duration < Infinity ? strings.text("film.at", { time: clock(here()), length: clock(video.duration) }) : clock(here()));
  }

  /** @param {number} seconds */
  function goTo(seconds) {
    resuming = false;
    const place = Math.min(Math.max(0, seconds), video.duration || Infinity);
    if (video.readyState > 0) video.currentTime = place;
    else begins = place;
  }

  /** @returns {number} where the film is, or will begin */
  function here() {
    return begins ?? video.currentTime;
  }

  /** @param {number} seconds */
  function playFrom(seconds) {
    goTo(seconds);
    start();
  }

  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) stage.requestFullscreen().catch(() => {});
    // An iPhone fills its screen with the film alone.
    else /** @type {any} */ (video).webkitEnterFullscreen();
  }

  /**
   * The same film with audio description, at the same place.
   * @param {HTMLElement} button
   */
  function swap(button) {
    const { paused } = video;
    begins = here();
    watching.turn();
    const other = button.dataset["describedSrc"] ?? "";
    button.dataset["describedSrc"] = source;
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
    source = other;
    load();
    resuming = false;
    if (!paused) start();
  }

  /** What is played, from the beginning. */
  function load() {
    if (stream && source === stream.address) return stream.ready();
    stream?.end();
    video.setAttribute("src", source);
  }

  function count() {
    const seconds = Math.min(watching.seconds(), video.duration || 0);
    if (needed > 0 && (seconds + 1) * 100 >= video.duration * needed) learning.reach(id);
    tellSeen();
    const unit = video.duration < SHORT ? 1 : 60;
    const length = Math.max(1, Math.round(video.duration / unit));
    // The last second may be credits, or lie behind what the browser plays.
    const seen = seconds > video.duration - 1 ? length : Math.floor(seconds / unit);
    const line = part("watched-words");
    if (line && seen > 0 && length < Infinity) line.textContent = words(unit > 1 ? "watched-minutes" : "watched-seconds", { seen, length });
  }

  function run() {
    active();
    count();
    const reached = here();
    mark(reached);
    if (!video.paused && Math.abs(reached - kept) >= KEEP_EVERY) keep(reached, false);
  }

  /**
   * @param {number} seconds
   * @param {boolean} stopped
   */
  function keep(seconds, stopped) {
    kept = here();
    learning.watch(id, seconds, stopped, watching.bits(learning.seen(id)));
  }

  function fail() {
    const described = part("described");
    // The other version may still play.
    if (described?.getAttribute("aria-pressed") === "true") {
      trouble.lack(described);
      return swap(described);
    }
    if (video.duration > 0 && here() > 0) {
      // What comes again goes on from here.
      keep(here(), true);
      resuming = true;
    }
    trouble.fail();
  }
}
