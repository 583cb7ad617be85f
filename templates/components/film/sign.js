/** Seconds between the two films that nobody notices; more than this is leapt over. */
const APART = 0.15;
/** How much faster or slower the second film may run to come closer, as a part of its speed. */
const HURRY = 0.1;

/**
 * The film with sign language, beside its own and in step with it. It is loaded when it is asked for, and has no sound.
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} button with the file in `data-sign-src`
 * @param {(button: HTMLElement) => void} lack what to do when it does not come
 * @returns {() => void} shows it, or takes it away
 */
export function signOf(video, button, lack) {
  /** @type {HTMLVideoElement | undefined} */
  let sign;
  for (const news of ["play", "playing", "pause", "waiting", "seeking", "seeked", "ratechange", "timeupdate"]) video.addEventListener(news, step);
  return toggle;

  function toggle() {
    button.setAttribute("aria-pressed", String(!sign));
    if (sign) {
      sign.remove();
      sign = undefined;
      return;
    }
    sign = document.createElement("video");
    Object.assign(sign, { className: "film__sign", muted: true, playsInline: true, src: button.dataset["signSrc"] ?? "" });
    sign.setAttribute("aria-label", button.textContent ?? "");
    sign.addEventListener("loadeddata", step);
    sign.addEventListener("error", ({ target }) => {
      if (target !== sign) return;
      toggle();
      lack(button);
    });
    video.after(sign);
  }

  /** @param {Event} [event] */
  function step(event) {
    if (!sign || sign.readyState < sign.HAVE_CURRENT_DATA) return;
    const apart = sign.currentTime - video.currentTime;
    if (Math.abs(apart) > APART && !sign.seeking) sign.currentTime = video.currentTime;
    sign.playbackRate = video.playbackRate * (1 - Math.min(HURRY, Math.max(-HURRY, apart)));
    if (video.paused || event?.type === "waiting") sign.pause();
    else if (sign.paused) sign.play().catch(() => {});
  }
}
