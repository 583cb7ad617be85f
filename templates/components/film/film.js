/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

const BACK = 10;
/** How far a film runs before its place is kept again, in seconds. */
const KEEP_EVERY = 5;

/**
 * A film: the browser's own player, with buttons in words beside it. Never plays by itself.
 * @param {HTMLElement} figure
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function film(figure, bench) {
  const video = /** @type {HTMLVideoElement} */ (figure.querySelector("video"));
  const player = new Player(figure, video, bench);
  player.listen();
  return () => player.prefer();
}

class Player {
  #figure;
  #video;
  #bench;
  #id;
  #captions;
  #described;
  #speed;
  /** Place kept last, in seconds. */
  #kept = 0;
  /** Whether the place where the learner left off is still to be gone to. */
  #resuming = true;

  /**
   * @param {HTMLElement} figure
   * @param {HTMLVideoElement} video
   * @param {Workbench} bench
   */
  constructor(figure, video, bench) {
    this.#figure = figure;
    this.#video = video;
    this.#bench = bench;
    this.#id = figure.dataset["film"] ?? "";
    this.#captions = figure.querySelector("[data-film-captions]");
    this.#described = figure.querySelector("[data-film-described]");
    this.#speed = figure.querySelector("select");
  }

  listen() {
    const video = this.#video;
    this.#figure.addEventListener("click", (event) => {
      if (event.target instanceof Element) this.#press(event.target);
    });
    this.#speed?.addEventListener("change", () => {
      this.#bench.learning.prefer({ speed: Number(this.#speed?.value) });
      this.prefer();
    });
    video.addEventListener("loadedmetadata", () => this.#ready());
    video.addEventListener("timeupdate", () => this.#run());
    video.addEventListener("pause", () => this.#keep(video.currentTime, true));
    video.addEventListener("ended", () => this.#keep(0, true));
    video.addEventListener("error", () => this.#fail());
    // The player's own menu has captions too.
    video.textTracks.addEventListener("change", () => this.#showCaptionState());
    this.#bench.whenLeaving(() => !video.paused && this.#keep(video.currentTime, false));
    this.prefer();
    if (video.readyState >= video.HAVE_METADATA) this.#ready();
    if (video.error) this.#fail();
  }

  /** Speed and captions as the learner likes them. */
  prefer() {
    const { speed, captions } = this.#bench.learning.preferences;
    this.#video.defaultPlaybackRate = speed;
    this.#video.playbackRate = speed;
    if (this.#speed) this.#speed.value = String(speed);
    this.#setCaptions(captions);
  }

  /** WebKit loads a caption track only once a script has set its mode. */
  #ready() {
    this.#figure.querySelector("[data-film-failed]")?.remove();
    this.prefer();
    const reached = this.#bench.learning.reached(this.#id);
    const { duration } = this.#video;
    if (this.#resuming && reached >= KEEP_EVERY && reached < duration - KEEP_EVERY) this.#video.currentTime = reached;
    this.#resuming = false;
  }

  /** @param {Element} target */
  #press(target) {
    const seek = target.closest("[data-film-seek]");
    const captions = target.closest("[data-film-captions]");
    if (target.closest("[data-film-back]")) this.#goTo(this.#video.currentTime - BACK);
    else if (seek) this.#goTo(Number(seek.getAttribute("data-film-seek")));
    else if (captions) this.#choose(captions.getAttribute("aria-pressed") !== "true");
    else if (target.closest("[data-film-described]")) this.#swap();
  }

  /** @param {number} seconds */
  #goTo(seconds) {
    this.#resuming = false;
    this.#video.currentTime = Math.max(0, seconds);
  }

  /** @param {boolean} captions */
  #choose(captions) {
    this.#bench.learning.prefer({ captions });
    this.#setCaptions(captions);
  }

  get #captionTracks() {
    return Array.from(this.#video.textTracks).filter(({ kind }) => kind === "captions" || kind === "subtitles");
  }

  /** @param {boolean} on */
  #setCaptions(on) {
    const tracks = this.#captionTracks;
    const showing = tracks.find((track) => track.mode === "showing") ?? tracks[0];
    for (const track of tracks) track.mode = on && track === showing ? "showing" : "hidden";
    this.#captions?.setAttribute("aria-pressed", String(on));
  }

  #showCaptionState() {
    if (!this.#captions) return;
    const on = this.#captionTracks.some((track) => track.mode === "showing");
    if (this.#captions.getAttribute("aria-pressed") !== String(on)) this.#choose(on);
  }

  /** The same film with audio description, at the same place. */
  #swap() {
    const button = this.#described;
    const video = this.#video;
    const other = button?.getAttribute("data-described-src");
    const { currentTime, paused } = video;
    if (!button || !other) return;
    button.setAttribute("data-described-src", video.getAttribute("src") ?? "");
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    video.setAttribute("src", other);
    this.#goTo(currentTime);
    if (!paused) video.play().catch(() => {});
  }

  #run() {
    this.#bench.active();
    const { currentTime, paused } = this.#video;
    if (!paused && Math.abs(currentTime - this.#kept) >= KEEP_EVERY) this.#keep(currentTime, false);
  }

  /**
   * @param {number} seconds
   * @param {boolean} stopped
   */
  #keep(seconds, stopped) {
    this.#kept = seconds;
    this.#bench.learning.watch(this.#id, seconds, stopped);
  }

  #fail() {
    if (this.#figure.querySelector("[data-film-failed]")) return;
    const words = document.createElement("p");
    words.className = "film__note";
    words.dataset["filmFailed"] = "";
    words.textContent = this.#bench.strings.text("film.failed");
    this.#video.after(words);
  }
}
