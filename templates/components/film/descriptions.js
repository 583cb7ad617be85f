/**
 * Text descriptions, spoken by the browser's voice while the film waits, if the learner likes it to (WCAG 2.2, 1.2.7).
 * Where there is no voice they are announced, for the screen reader to say.
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} button
 * @param {HTMLInputElement} waits whether the film waits
 * @param {Pick<import("../../runtime/page/workbench.js").Workbench, "announce" | "on" | "whenLeaving">} bench
 * @returns {() => void} begins, or ends
 */
export function descriptionsOf(video, button, waits, { announce, on, whenLeaving }) {
  const track = [...video.textTracks].find(({ kind }) => kind === "descriptions");
  const voice = window.speechSynthesis;
  // Browsers look for their voices when they are first asked.
  voice?.getVoices();
  let waiting = false;
  const isOn = () => button.getAttribute("aria-pressed") === "true";
  const hush = () => {
    waiting = false;
    voice?.cancel();
  };
  track?.addEventListener("cuechange", () => {
    const cue = /** @type {VTTCue | undefined} */ (track.activeCues?.[0]);
    if (cue && isOn() && !video.paused) say(cue.text.replace(/<[^>]*>/g, ""));
  });
  // Whoever plays on has heard enough; whoever leaves the page hears nothing more.
  video.addEventListener("play", () => waiting && hush());
  on(window, "hashchange", () => video.getClientRects().length > 0 || hush());
  // In another language the page is made anew, after this has ended.
  whenLeaving(() => queueMicrotask(() => video.isConnected || hush()));
  return () => {
    button.setAttribute("aria-pressed", String(!isOn()));
    if (track) track.mode = isOn() ? "hidden" : "disabled";
    if (!isOn()) hush();
  };

  /** @param {string} words */
  function say(words) {
    const said = document.createElement("span");
    said.textContent = words;
    said.lang = track?.language ?? "";
    if (!voice || voice.getVoices().length === 0) return announce(said);
    const speech = new SpeechSynthesisUtterance(words);
    speech.lang = said.lang;
    voice.cancel();
    if (waits.checked) {
      waiting = true;
      video.pause();
      speech.onend = speech.onerror = () => {
        if (!waiting) return;
        waiting = false;
        video.play().catch(() => {});
      };
    }
    voice.speak(speech);
  }
}
