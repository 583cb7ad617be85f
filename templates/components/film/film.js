/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

const BACK = 10;
/** How far a film runs before its place is kept again, in seconds. */
const KEEP_EVERY = 5;

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const film = { open };

/**
 * A film: the browser's own player, with buttons in words beside it. Never plays by itself.
 * @param {HTMLElement} figure
 * @param {Workbench} bench
 * @returns {() => void} shows speed and captions as the learner likes them
 */
function open(figure, { learning, strings, active, whenLeaving }) {
  const video = /** @type {HTMLVideoElement} */ (figure.querySelector("video"));
  const id = figure.dataset["film"] ?? "";
  const captionButton = figure.querySelector("[data-film-captions]");
  const described = figure.querySelector("[data-film-described]");
  const speeds = figure.querySelector("select");
  // Place kept last, in seconds.
  let kept = 0;
  // Whether the place where the learner left off is still to be gone to.
  let resuming = true;
  // Seconds that were watched before this page was opened, and with the other version of the film.
  let before = 0;
  const needed = Number(figure.dataset["filmWatched"] ?? 0);

  figure.addEventListener("click", ({ target }) => {
    if (target instanceof Element) press(target);
  });
  speeds?.addEventListener("change", () => {
    learning.prefer({ speed: Number(speeds.value) });
    prefer();
  });
  video.addEventListener("loadedmetadata", ready);
  video.addEventListener("timeupdate", run);
  video.addEventListener("pause", () => keep(video.currentTime, true));
  video.addEventListener("ended", () => {
    count();
    keep(0, true);
  });
  figure.querySelector("[data-film-read]")?.addEventListener("click", () => {
    learning.reach(id);
    tellSeen();
  });
  video.addEventListener("error", fail);
  // The player's own menu has captions too.
  video.textTracks.addEventListener("change", showCaptionState);
  whenLeaving(() => !video.paused && keep(video.currentTime, false));
  prefer();
  if (video.readyState >= video.HAVE_METADATA) ready();
  if (video.error) fail();
  return prefer;

  function prefer() {
    tellSeen();
    const { speed, captions } = learning.preferences;
    video.defaultPlaybackRate = speed;
    video.playbackRate = speed;
    if (speeds) speeds.value = String(speed);
    setCaptions(captions);
  }

  /** WebKit loads a caption track only once a script has set its mode. */
  function ready() {
    figure.querySelector("[data-film-failed]")?.remove();
    prefer();
    const reached = learning.reached(id);
    if (resuming && reached >= KEEP_EVERY && reached < video.duration - KEEP_EVERY) video.currentTime = before = reached;
    resuming = false;
  }

  /** @param {Element} target */
  function press(target) {
    const seek = target.closest("[data-film-seek]");
    if (target.closest("[data-film-back]")) goTo(video.currentTime - BACK);
    else if (seek) goTo(Number(seek.getAttribute("data-film-seek")));
    else if (captionButton?.contains(target)) choose(!isPressed(captionButton));
    else if (described?.contains(target)) swap(described);
  }

  /** @param {number} seconds */
  function goTo(seconds) {
    resuming = false;
    video.currentTime = Math.max(0, seconds);
  }

  /** @param {boolean} captions */
  function choose(captions) {
    learning.prefer({ captions });
    setCaptions(captions);
  }

  function captionTracks() {
    return [...video.textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  }

  /** @param {boolean} on */
  function setCaptions(on) {
    const tracks = captionTracks();
    const showing = tracks.find(isShowing) ?? tracks[0];
    for (const track of tracks) track.mode = on && track === showing ? "showing" : "hidden";
    captionButton?.setAttribute("aria-pressed", String(on));
  }

  function showCaptionState() {
    const on = captionTracks().some(isShowing);
    if (captionButton && isPressed(captionButton) !== on) choose(on);
  }

  /**
   * The same film with audio description, at the same place.
   * @param {Element} button
   */
  function swap(button) {
    const { currentTime, paused } = video;
    before = watched();
    const other = button.getAttribute("data-described-src") ?? "";
    button.setAttribute("data-described-src", video.getAttribute("src") ?? "");
    button.setAttribute("aria-pressed", String(!isPressed(button)));
    video.setAttribute("src", other);
    goTo(currentTime);
    if (!paused) video.play().catch(() => {});
  }

  /** @returns {number} seconds of the film that were played; what is played anew counts once */
  function watched() {
    const { played } = video;
    let seconds = before;
    for (let part = 0; part < played.length; part += 1) seconds += Math.max(0, played.end(part) - Math.max(before, played.start(part)));
    return seconds;
  }

  function count() {
    if (needed > 0 && (watched() + 1) * 100 >= video.duration * needed) learning.reach(id);
    tellSeen();
  }

  function tellSeen() {
    const line = figure.querySelector("[data-film-needed]");
    if (!line || learning.recordOf(id).state !== "answered") return;
    line.textContent = strings.text("film.seen");
    const button = figure.querySelector("[data-film-read]");
    if (button === document.activeElement) /** @type {HTMLElement} */ (line).focus();
    button?.remove();
  }

  function run() {
    active();
    count();
    const { currentTime, paused } = video;
    if (!paused && Math.abs(currentTime - kept) >= KEEP_EVERY) keep(currentTime, false);
  }

  /**
   * @param {number} seconds
   * @param {boolean} stopped
   */
  function keep(seconds, stopped) {
    kept = seconds;
    // Where completion asks for the film, nobody goes on beyond what she has watched.
    const unseen = needed > 0 && learning.recordOf(id).state !== "answered";
    learning.watch(id, unseen ? Math.min(seconds, watched()) : seconds, stopped);
  }

  function fail() {
    if (figure.querySelector("[data-film-failed]")) return;
    const words = document.createElement("p");
    words.className = "film__note";
    words.dataset["filmFailed"] = "";
    words.textContent = strings.text("film.failed");
    video.after(words);
  }
}

/** @type {(button: Element) => boolean} */
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

/** @type {(track: TextTrack) => boolean} */
const isShowing = ({ mode }) => mode === "showing";
