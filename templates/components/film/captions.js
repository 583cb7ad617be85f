/** @typedef {import("../../runtime/learner/learning.js").Learning} Learning */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/** How captions look, each with a list to choose from. */
const LOOKS = { size: "[data-film-size]", colour: "[data-film-colour]", place: "[data-film-place]" };

/**
 * The captions of a film. By default they stand below the picture, which may be a slide full of words; over it the
 * browser draws them itself. Size, colour, place and language are the learner's, and kept.
 *
 * @typedef {object} Captions
 * @property {() => void} show as the learner likes them
 * @property {() => string} toggle gives what is so now, in words
 *
 * @param {HTMLElement} figure
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} stage the film with its bar
 * @param {Learning} learning
 * @param {Strings} strings
 * @returns {Captions}
 */
export function captionsOf(figure, video, stage, learning, strings) {
  const switched = figure.querySelector("[data-film-captions]");
  const line = /** @type {HTMLElement | null} */ (figure.querySelector("[data-film-cue]"));
  const lists = Object.entries(LOOKS).flatMap(([name, at]) => {
    const list = /** @type {HTMLSelectElement | null} */ (figure.querySelector(at));
    return list ? [{ name, list }] : [];
  });
  // Whether a change of the tracks is ours: the player's own menu has captions too.
  let ours = "";

  for (const { list } of lists) list.addEventListener("change", () => prefer());
  if (switched instanceof HTMLSelectElement) {
    switched.addEventListener("change", () => choose(switched.value !== "", switched.value));
  }
  for (const track of tracks()) track.addEventListener("cuechange", draw);
  video.textTracks.addEventListener("change", () => {
    if (modes() === ours) return;
    const chosen = tracks().find(({ mode }) => mode === "showing") ?? tracks().find(({ mode }) => mode === "hidden");
    choose(chosen !== undefined, chosen?.language);
  });
  // Where the browser fills the screen with the film alone, it alone can draw the captions.
  for (const news of ["webkitbeginfullscreen", "webkitendfullscreen"]) video.addEventListener(news, show);
  return {
    show,
    toggle() {
      if (!current()) return "";
      choose(!learning.preferences.captions);
      const { captions } = learning.preferences;
      return captions ? strings.text("film.captions-on", { language: current()?.label ?? "" }) : strings.text("film.captions-off");
    },
  };

  function tracks() {
    return [...video.textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  }

  /** @returns {string} how the tracks stand now */
  function modes() {
    return tracks().map(({ mode }) => mode).join();
  }

  /** @returns {TextTrack | undefined} in the language that the learner chose, else in the author's first one */
  function current() {
    const { language } = learning.preferences.look ?? {};
    return tracks().find((track) => track.language === language) ?? tracks()[0];
  }

  /**
   * @param {boolean} captions
   * @param {string} [language]
   */
  function choose(captions, language) {
    learning.prefer({ captions, ...(language ? { look: { ...learning.preferences.look, language } } : {}) });
    show();
  }

  function prefer() {
    const chosen = Object.fromEntries(lists.map(({ name, list }) => [name, list.value]));
    learning.prefer({ look: { ...learning.preferences.look, ...chosen } });
    show();
  }

  function show() {
    const { captions: on, look = {} } = learning.preferences;
    for (const { name, list } of lists) {
      if ([...list.options].some(({ value }) => value === look[name])) list.value = look[name] ?? "";
      stage.dataset[name] = list.value;
    }
    const native = stage.dataset["place"] === "over" || document.fullscreenElement === video || /** @type {any} */ (video).webkitDisplayingFullscreen;
    // WebKit loads a track only once a script has set its mode; a hidden one has its cues as well.
    for (const track of tracks()) track.mode = !on || track !== current() ? "disabled" : native ? "showing" : "hidden";
    ours = modes();
    if (switched instanceof HTMLSelectElement) switched.value = on ? (current()?.language ?? "") : "";
    else switched?.setAttribute("aria-pressed", String(on));
    if (line) line.hidden = !on || native;
    draw();
  }

  function draw() {
    const track = current();
    const cues = track?.mode === "hidden" ? [...(track.activeCues ?? [])] : [];
    line?.replaceChildren(...cues.flatMap((cue, place) => [...(place ? [document.createElement("br")] : []), /** @type {VTTCue} */ (cue).getCueAsHTML()]));
    if (line && track) line.lang = track.language;
  }
}
