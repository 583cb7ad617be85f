import { FILM_READY } from "../components/film/ready.js";
import { showReading } from "../components/reading/show.js";
import { readCourse } from "../runtime/course.js";
import { deviceClock, Stopwatch } from "../runtime/device/clock.js";
import { devicePorts } from "../runtime/device/device-ports.js";
import { isConfined } from "../runtime/device/frames.js";
import { askBeforeLeaving } from "../runtime/device/leaving.js";
import { lookOf } from "../runtime/device/look.js";
import { unfold } from "../runtime/later.js";
import { listenToWindow } from "../runtime/device/window-events.js";
import { languagesOf } from "../runtime/languages/languages.js";
import { hearNoMore } from "../runtime/languages/listening.js";
import { placeIn } from "../runtime/languages/place.js";
import { RecordScript } from "../runtime/page/record-script.js";
import { isForBrowser } from "../runtime/page/route.js";
import { Session } from "../runtime/session/session.js";
import { KINDS } from "./kinds.js";
import { openPage } from "./page.js";

/** @typedef {import("../runtime/course.js").Course} Course */
/** @typedef {import("../runtime/lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../runtime/session/ports.js").Ports} Ports */

/**
 * What one destination adds to the run-time.
 *
 * @typedef {object} Destination
 * @property {"device" | "no-lms"} place what it means when there is no LMS
 * @property {() => Keeper | null} connect
 * @property {() => boolean} alone
 * @property {(clock: import("../runtime/device/clock.js").Clock) => Ports["reach"]} reach
 * @property {(course: Course) => Pick<Ports, "encode" | "decode" | "salvage">} states
 */

/**
 * Marks the page at once, so that it is never painted without its script, and starts when all of it is there.
 * @param {Destination} destination
 */
export function launch(destination) {
  const root = document.documentElement;
  // The stylesheet paints the page that the address names, or else the cover, before the script has seen either.
  root.dataset["js"] = window.location.hash === "" ? "" : "hash";
  if (isConfined(window)) root.dataset["confined"] = "";
  showReading(root, lookOf(window).read());
  window.addEventListener(FILM_READY, (event) => Object.assign(KINDS, { film: /** @type {CustomEvent} */ (event).detail }), { once: true });
  const begin = () => {
    try {
      start(destination);
      root.dataset["ready"] = "";
    } catch (error) {
      // The page is whole without script.
      unfold(document);
      delete root.dataset["js"];
      console.error(error);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/**
 * Opens the session, which lasts as long as the window, and the page. In another language only the page is made anew.
 * @param {Destination} destination
 */
function start(destination) {
  const languages = languagesOf(document);
  // The address of a language in the masthead, opened by itself.
  let chosen = window.location.hash.split("/")[1] ?? "";
  const likely = languages?.find([chosen, ...window.navigator.languages]);
  if (likely) languages?.show(likely);
  const course = readCourse(document, KINDS);
  const stopwatch = new Stopwatch(deviceClock);
  const askFirst = askBeforeLeaving(window);
  const look = lookOf(window);
  const script = new RecordScript(document);
  /** @type {import("../runtime/session/save-kind.js").SaveStatus | undefined} */
  let status;
  const session = new Session({
    ...devicePorts(window, course, destination),
    anew() {
      look.keep(0);
      // As if she came for the first time: she is brought to the heading of the page.
      try {
        window.history.replaceState(null, "");
      } catch {
        // A page without an address of its own (srcdoc) has no history.
      }
      window.location.reload();
    },
    stopwatch,
    summarise: (snapshot) => page.summarise(snapshot),
    leave: () => page.leave(),
    told(news) {
      status = news;
      page.told(news);
      askFirst(session.risky);
    },
    late(memory) {
      page.late(memory);
      if (page.untouched) speakAsPreferred();
    },
  });
  let page = openPage(course, session, stopwatch, look, script);
  const memory = session.open();
  page.remember(memory);
  speakAsPreferred();
  if (chosen) {
    // It is her choice from now on, and a reload must not bring it back after another one.
    page.prefer({ language: document.documentElement.lang });
    window.history.replaceState(null, "", "#");
  }
  page.begin(!!(memory?.launched || chosen));
  offerLanguages();
  listenToWindow(window, { stopwatch, session, leave: () => page.leave(), print: () => page.print() });

  /** Goes on in the language that she has chosen now or before, else in the one that the LMS knows of her. */
  function speakAsPreferred() {
    const language = languages?.find([chosen, page.snapshot.preferences.language ?? "", session.language()]);
    if (language && language.lang !== document.documentElement.lang) speak(language);
  }

  /**
   * Makes the page anew in another language. What she has done is in the snapshot; the session goes on.
   * @param {import("../runtime/languages/languages.js").Language} language
   */
  function speak(language) {
    page.leave();
    const { shown, work } = page;
    const goBack = placeIn(document);
    page.stop();
    hearNoMore();
    languages?.show(language);
    page = openPage(readCourse(document, KINDS), session, stopwatch, look, script, shown !== "");
    if (status) page.told(status);
    page.remember(work);
    if (!shown) return;
    page.begin(false, shown);
    offerLanguages();
    goBack();
  }

  function offerLanguages() {
    document.querySelector("[data-languages]")?.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (!link || isForBrowser(/** @type {MouseEvent} */ (event))) return;
      event.preventDefault();
      chosen = link.lang;
      session.language(chosen);
      page.prefer({ language: chosen });
      speakAsPreferred();
      page.say("languages.now", { language: link.textContent ?? "" });
    });
  }
}
