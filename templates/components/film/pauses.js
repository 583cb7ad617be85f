import { clock } from "./clock.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * Questions that belong to moments of a film. Each is offered when the film has played up to its moment: in a line below
 * the bar, announced once, while the focus stays where it is. The film waits if the learner likes it to. What was
 * answered is not offered, nor what was skipped.
 * @param {HTMLElement} figure
 * @param {HTMLMediaElement} media
 * @param {Workbench} bench
 * @param {(key: string, values?: Record<string, string>) => string} words of the interface, for a film or for a recording
 * @param {(seconds: number) => void} playFrom
 * @returns {() => void} shows what is remembered: whether the film waits, and which questions this learner has
 */
export function pausesOf(figure, media, { learning, strings, announce }, words, playFrom) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (figure.querySelector(`[data-film-${name}]`));
  const pauses = [...figure.querySelectorAll("[data-film-pause]")].flatMap((row) => {
    const link = row.querySelector("a");
    const item = document.getElementById(link?.hash.slice(1) ?? "");
    return link && item && row instanceof HTMLElement ? [{ row, link, item, seconds: Number(row.dataset["filmPause"]) }] : [];
  });
  const line = part("point");
  const waits = /** @type {HTMLInputElement | null} */ (part("stops"));
  const offered = new Set();
  // Up to where the film has played, or was sent.
  let last = 0;

  for (const { seconds, item } of pauses) item.append(wayBack(seconds));
  media.addEventListener("timeupdate", () => {
    const { currentTime, seeking } = media;
    const due = seeking ? [] : pauses.filter((pause) => pause.seconds > last && pause.seconds <= currentTime && isOpen(pause));
    last = currentTime;
    due.forEach(offer);
  });
  media.addEventListener("seeking", () => (last = media.currentTime));
  media.addEventListener("play", () => line && (line.hidden = true));
  // Who is led to a question hears nothing more; the screen that the film fills would hide it.
  figure.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("[data-film-pause] a, [data-film-point] a")) return;
    media.pause();
    if (document.fullscreenElement) document.exitFullscreen();
  });
  waits?.addEventListener("change", () => {
    learning.prefer({ look: { ...learning.preferences.look, pauses: waits.checked ? "wait" : "run" } });
  });
  return () => {
    if (waits) waits.checked = learning.preferences.look?.["pauses"] === "wait";
    // Where some questions are drawn, not everybody has each.
    for (const { row, item } of pauses) row.hidden = item.hasAttribute("data-undrawn");
  };

  /** @param {typeof pauses[number]} pause */
  function isOpen({ row, item }) {
    return !row.hidden && !offered.has(row) && learning.recordOf(item.id).state === "unanswered";
  }

  /** @param {typeof pauses[number]} pause */
  function offer({ row, link, seconds }) {
    offered.add(row);
    const wait = waits?.checked ? [" ", words("point-waits")] : [];
    const told = () => strings.sentence("film.point", { time: clock(seconds), question: /** @type {Node} */ (link.cloneNode(true)) });
    if (waits?.checked) {
      media.pause();
      // An iPhone fills its screen with the film alone, and nobody would see why it waits.
      const { webkitDisplayingFullscreen, webkitExitFullscreen } = /** @type {any} */ (media);
      if (webkitDisplayingFullscreen) webkitExitFullscreen.call(media);
    }
    line?.replaceChildren(...told(), ...wait);
    if (line) line.hidden = false;
    announce(...strings.sentence("film.point", { time: clock(seconds), question: strings.quote(link) }), ...wait);
  }

  /**
   * @param {number} seconds
   * @returns {Element} a link below the question
   */
  function wayBack(seconds) {
    const [line, link] = [document.createElement("p"), document.createElement("a")];
    line.className = "film__return";
    link.href = `#${figure.id}`;
    link.textContent = words("return", { time: clock(seconds) });
    link.addEventListener("click", (event) => {
      // Where the film is gone, the link leads to what is said of that, as any other would.
      if (event.ctrlKey || event.metaKey || event.shiftKey || figure.querySelector("[data-film-failed]")) return;
      event.preventDefault();
      figure.querySelector("[data-film-stage]")?.scrollIntoView({ block: "nearest" });
      const button = part("play");
      (button?.closest("[hidden]") ? media : button)?.focus();
      playFrom(seconds);
    });
    line.append(link);
    return line;
  }
}
