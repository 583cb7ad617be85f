/** Milliseconds without a picture, after which it is said that the film comes slowly. */
const PATIENCE = 8000;
/** Milliseconds more, after which it counts as lost: Chromium asks a host that is gone again and again, and reports nothing. */
const LOST = 22000;

/**
 * What is said when a film does not come: once, with what to do, and no button is left that does nothing. Its transcript
 * opens. It is tried again by a button, and offered again when the device is back online.
 *
 * @typedef {object} Trouble
 * @property {(key?: string) => void} fail
 * @property {() => boolean} over gives whether there was any
 * @property {(button: HTMLElement) => void} lack what it shows beside the film, or in its place, does not come
 *
 * @param {HTMLElement} figure
 * @param {HTMLVideoElement} media
 * @param {Pick<import("../../runtime/page/workbench.js").Workbench, "announce" | "on">} bench
 * @param {(key: string, values?: Record<string, string>) => string} words of the interface, for a film or for a recording
 * @param {() => void} load begins to load the film anew
 * @returns {Trouble}
 */
export function troubleOf(figure, media, { announce, on }, words, load) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (figure.querySelector(`[data-film-${name}]`));
  const host = figure.dataset["filmHost"];
  // What lies beside the page on a disk needs no network.
  const far = host || window.location.protocol !== "file:";
  const script = figure.querySelector("details:has([data-film-transcript])");
  const note = document.createElement("p");
  note.className = "film__note film__trouble";
  let failed = false;
  let slow = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  media.addEventListener("waiting", () => {
    clearTimeout(timer);
    timer = setTimeout(() => !media.paused && !failed && hold(), PATIENCE);
  });
  for (const news of ["playing", "pause", "emptied", "ended"]) media.addEventListener(news, () => failed || calm());
  on(window, "online", () => {
    if (!far || !over()) return;
    // A film that has failed plays no more until it is loaded anew.
    load();
    announce(words("online"));
  });
  return { fail, over, lack };

  function hold() {
    say(words("slow"));
    if (!slow) announce(words("slow"));
    slow = true;
    timer = setTimeout(() => fail(), LOST);
  }

  function calm() {
    clearTimeout(timer);
    note.remove();
  }

  /** @param {string} said */
  function say(said) {
    note.replaceChildren(said);
    part("stage")?.after(note);
  }

  /** @param {string} [key] why, where it is known */
  function fail(key) {
    const why = key ?? (far && !navigator.onLine ? "offline" : host ? "failed-remote" : "failed");
    const said = [words(why, { host: host ?? "" }), ...(script ? [words("failed-read")] : [])].join(" ");
    const focused = [note, part("stage")].some((place) => place?.contains(document.activeElement));
    calm();
    say(said);
    note.dataset["filmFailed"] = "";
    if (!key && far) note.append(" ", again());
    // Who has tried again hears that it failed again.
    if (!failed || focused) announce(said);
    failed = true;
    // What comes after all is not to be heard all of a sudden.
    media.pause();
    set(true);
    if (script instanceof HTMLDetailsElement) script.open = true;
    // The button that had the focus is gone.
    if (focused) (note.querySelector("button") ?? script?.querySelector("summary"))?.focus();
  }

  /** @param {HTMLElement} button */
  function lack(button) {
    const line = document.createElement("p");
    line.className = note.className;
    line.textContent = `${button.textContent}: ${words("failed")}`;
    part("stage")?.after(line);
    button.addEventListener("click", () => line.remove(), { once: true });
    announce(line.textContent);
  }

  function again() {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button", textContent: words("again") });
    button.addEventListener("click", () => {
      load();
      media.play().catch(() => {});
    });
    return button;
  }

  function over() {
    const was = failed;
    const focused = note.contains(document.activeElement);
    if (was) set(false);
    delete note.dataset["filmFailed"];
    failed = false;
    calm();
    if (focused) part("play")?.focus();
    return was;
  }

  /** @param {boolean} gone whether it is the film that is gone, with its buttons: what else leads into it goes by the style sheet */
  function set(gone) {
    media.controls = !gone;
    // A poster goes on standing for the film.
    media.hidden = gone && !media.poster;
    for (const name of ["bar", "cue"]) {
      const found = part(name);
      if (found && (gone || name === "bar")) found.hidden = gone;
    }
    // Sentences of the transcript are no links while they lead nowhere.
    const [from = "", to = ""] = gone ? ["href", "data-href"] : ["data-href", "href"];
    for (const sentence of figure.querySelectorAll(`[data-film-at][${from}]`)) {
      sentence.setAttribute(to, sentence.getAttribute(from) ?? "");
      sentence.removeAttribute(from);
    }
  }
}
