/**
 * What a window has to say to the course.
 *
 * @typedef {object} Heard
 * @property {import("./clock.js").Stopwatch} stopwatch
 * @property {Pick<import("../session/session.js").Session, "hide" | "close" | "closed" | "back" | "listen" | "lookAround">} session
 * @property {() => void} leave whatever is being typed is written down
 * @property {() => void} print paper shows every page, also those that were not opened since
 */

/**
 * Nothing here listens for `unload`, which keeps pages out of the back-forward cache, and which phones never say.
 * @param {Window} window
 * @param {Heard} heard
 */
export function listenToWindow(window, { stopwatch, session, leave, print }) {
  const { document } = window;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return stopwatch.touch();
    leave();
    session.hide();
  });
  window.addEventListener("pagehide", (event) => {
    leave();
    session.close(event.persisted);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && session.closed) window.location.reload();
    else if (event.persisted) session.back();
  });
  window.addEventListener("beforeprint", print);
  window.addEventListener("storage", () => session.listen());
  for (const news of ["online", "offline"]) window.addEventListener(news, () => session.lookAround());
  for (const sign of ["pointerdown", "keydown"]) {
    document.addEventListener(sign, () => stopwatch.touch(), { capture: true, passive: true });
  }
}
