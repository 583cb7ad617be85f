/**
 * @typedef {object} Stream
 * @property {string} address of its list of parts
 * @property {() => void} ready it is loaded when the film is played
 * @property {() => void} end something else is played in its place
 */

/** Other captions than ours would be drawn over them; a worker would need a policy of its own. */
const SETTINGS = { enableWorker: false, capLevelToPlayerSize: true, renderTextTracksNatively: false, enableCEA708Captions: false, enableIMSC1: false, enableWebVTT: false };

/**
 * A stream (HLS, RFC 8216) in a browser that has no player for it: Firefox, and Chrome and Edge before 142. Then hls.js plays
 * it, where the course brings it. It is loaded when the film is played for the first time, and asks nothing of the host before.
 *
 * @param {HTMLVideoElement} video
 * @param {() => void} fail what to do when the stream breaks off
 * @param {() => void} lost what to do when it cannot be played here: the player does not come, or does not know the codec
 * @returns {Stream | undefined | null} nothing where the browser plays it by itself; null where nothing can play it
 */
export function streamOf(video, fail, lost) {
  const player = video.dataset["filmStream"];
  if (player === undefined || video.canPlayType("application/vnd.apple.mpegurl")) return undefined;
  if (!player) return null;
  const address = video.getAttribute("src") ?? "";
  /** @type {any} */
  let hls;
  ready();
  return { address, ready, end };

  function ready() {
    end();
    video.removeAttribute("src");
    video.load();
    video.addEventListener("play", begin);
  }

  function end() {
    video.removeEventListener("play", begin);
    hls?.destroy();
    hls = undefined;
  }

  function begin() {
    video.removeEventListener("play", begin);
    if ("Hls" in window) return play();
    const script = document.createElement("script");
    script.addEventListener("load", play);
    script.addEventListener("error", lost);
    script.src = /** @type {string} */ (player);
    document.head.append(script);
  }

  function play() {
    const { Hls } = /** @type {any} */ (window);
    if (!Hls.isSupported()) return lost();
    hls = new Hls({ ...SETTINGS, startPosition: video.currentTime || -1 });
    // What came and cannot be played, such as a codec that the browser does not know, is not the network's fault.
    hls.on("hlsError", (/** @type {string} */ _, /** @type {{ fatal: boolean, type: string }} */ { fatal, type }) => fatal && (type === "networkError" ? fail() : lost()));
    hls.loadSource(address);
    hls.attachMedia(video);
  }
}
