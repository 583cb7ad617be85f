import { carry } from "../components/carry/carry.js";
import { choice } from "../components/choice/choice.js";
import { fill } from "../components/fill/fill.js";
import { film } from "../components/film/film.js";
import { handIn } from "../components/hand-in/hand-in.js";
import { match } from "../components/match/match.js";
import { notice } from "../components/notice/notice.js";
import { number } from "../components/number/number.js";
import { order } from "../components/order/order.js";
import { reflect } from "../components/reflect/reflect.js";
import { scale } from "../components/scale/scale.js";
import { announcer } from "./page/announcer.js";
import { deviceClock, Stopwatch } from "./device/clock.js";
import { contents } from "./page/contents.js";
import { readCourse } from "./course.js";
import { drawQuestions } from "./question/draw.js";
import { Journal } from "./device/journal.js";
import { Learning } from "./learner/learning.js";
import { askBeforeLeaving } from "./device/leaving.js";
import { deviceKeeper } from "./lms/device.js";
import { showOutcomes } from "./page/outcomes.js";
import { markOutdated } from "./question/outdated.js";
import { Overview } from "./page/overview.js";
import { holdStill } from "./ownership/read-only.js";
import { RecordScript } from "./page/record-script.js";
import { Route } from "./page/route.js";
import { saveStatus } from "./page/save-status.js";
import { Session } from "./session/session.js";
import { seedFor } from "./question/shuffle.js";
import { spareOf } from "./device/second-copy.js";
import { emptySnapshot } from "./state/snapshot.js";
import { guardStorage } from "./device/storage.js";
import { Strings } from "./page/strings.js";
import { PageTitle } from "./page/title.js";
import { turnOf } from "./ownership/turn.js";
import { Visits } from "./learner/visits.js";
import { Workshop } from "./page/workbench.js";

/** @typedef {import("./course.js").Course} Course */
/** @typedef {import("./lms/keeper.js").Keeper} Keeper */
/** @typedef {import("./session/ports.js").Memory} Memory */
/** @typedef {import("./session/ports.js").Ports} Ports */

/**
 * What one destination adds to the run-time.
 *
 * @typedef {object} Destination
 * @property {"device" | "no-lms"} place what it means when there is no LMS
 * @property {() => Keeper | null} connect
 * @property {() => boolean} alone
 * @property {(clock: import("./device/clock.js").Clock) => Ports["reach"]} reach
 * @property {(course: Course) => Pick<Ports, "encode" | "decode">} states
 */

const COMPONENTS = { choice, "true-false": choice, order, match, sort: match, fill, number, scale, reflect, film, "hand-in": handIn };

/**
 * Marks the page at once, so that it is never painted without its script, and starts when all of it is there.
 * @param {Destination} destination
 */
export function launch(destination) {
  const root = document.documentElement;
  // The stylesheet paints the page that the address names, or else the cover, before the script has seen either.
  root.dataset["js"] = window.location.hash === "" ? "" : "hash";
  const begin = () => {
    try {
      start(destination);
      root.dataset["ready"] = "";
    } catch (error) {
      // The page is whole without script.
      delete root.dataset["js"];
      console.error(error);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/** @param {Destination} destination */
function start(destination) {
  const course = readCourse(document);
  const strings = new Strings(course.strings, course.language);
  const announce = announcer(document.querySelector("[data-announce]"));
  const title = new PageTitle(document, course.title, strings);
  const overview = new Overview(document, course, strings);
  const storage = guardStorage(() => window.localStorage);
  const fleeting = guardStorage(() => window.sessionStorage);
  const spare = spareOf(() => window.indexedDB);
  const clock = deviceClock;
  const stopwatch = new Stopwatch(clock);
  /** @type {(() => void)[]} */
  const leaving = [];
  /** @type {(() => void)[]} */
  const saved = [];
  const leave = () => leaving.forEach((act) => act());
  const askFirst = askBeforeLeaving(window);

  const session = new Session({
    ...destination.states(course),
    connect: destination.connect,
    standby: deviceKeeper(destination.place),
    patient: destination.place === "no-lms",
    alone: destination.alone(),
    journalOf: (learner) => new Journal(storage, course.id, learner, fleeting, spare),
    summarise: (snapshot) => learning.summarise(snapshot),
    ...(course.mixed ? { seedFor } : {}),
    items: [...course.items.keys()],
    reflections: [...course.items.values()].some(({ kind, privacy }) => kind === "reflect" && privacy === "device"),
    travelling: [...course.items.values()].filter(({ privacy = "device" }) => privacy !== "device").map(({ id }) => id),
    clock,
    stopwatch,
    turnOf: (key, heard) => turnOf(window, key, clock, heard),
    reach: destination.reach(clock),
    leave,
    anew: () => window.location.reload(),
    told(status) {
      tell(status);
      ask(status);
      askFirst(session.risky);
      saved.forEach((act) => act());
    },
    late(memory) {
      resume(memory);
      workshop.restore();
      if (document.querySelector("[data-record][data-current]")) showRecord?.();
      if (route.untouched && memory.launched) route.resume(learning.current);
    },
  });
  const tell = saveStatus(document, strings, announce, { retry: () => session.retry(), file: () => saveToFile(), leave: () => session.leave() });
  const ask = notice(document, strings, announce, session);
  const saveToFile = carry(document, { course, strings, clock, session, leave });
  /** @type {HTMLElement | undefined} */
  let shown;
  const learning = new Learning(course, session, (progress, completed) => {
    overview.update(progress, completed);
    if (shown) showOutcomes(shown, course, learning, strings);
  });
  const bench = {
    strings,
    learning,
    announce,
    title,
    clock,
    reveal,
    active: () => stopwatch.touch(),
    keeps: () => session.keeps,
    device: session,
    alone: () => session.alone,
    room: () => session.room,
    whenSaved: (/** @type {() => void} */ act) => void saved.push(act),
    whenLeaving: (/** @type {() => void} */ act) => void leaving.push(act),
  };
  const workshop = new Workshop(bench, COMPONENTS);
  const visits = new Visits(clock, stopwatch, { gather: (change) => session.past || learning.gather(change) });
  leaving.push(() => visits.note());
  /** @type {(() => void) | undefined} */
  let showRecord;
  const recordScript = new RecordScript(document, (record) => {
    const page = /** @type {HTMLElement} */ (document.querySelector("[data-record]"));
    /** @type {(() => void) | undefined} */
    let show;
    showRecord = () => {
      (show ??= record(page, bench, course))();
      page.dataset["record"] = "open";
      holdStill(document);
    };
    if ("current" in page.dataset) showRecord();
  });
  const route = new Route(window, {
    shown(page) {
      shown = page;
      showOutcomes(page, course, learning, strings);
      title.show(page.dataset["title"] ?? "");
      workshop.open(page);
      const { module } = page.dataset;
      visits.turn(module ?? "");
      if (module) learning.open(module);
      if ("record" in page.dataset) showRecord ? showRecord() : recordScript.load();
      overview.offer(learning.current);
    },
  });

  /** @param {Element | undefined} element */
  function reveal(element) {
    const page = element?.closest("[data-page]");
    if (page) workshop.open(page);
  }

  /** @param {Memory} memory */
  function resume({ snapshot, location, passMark }) {
    // An LMS may ask for another pass mark than the author; it has the last word.
    if (passMark !== null) course.completion.passMark = passMark;
    if (snapshot.current === "" && course.modules.some(({ id }) => id === location)) snapshot.current = location;
    markOutdated(snapshot, course.items);
    drawQuestions(course, snapshot);
    learning.resume(snapshot);
    overview.offer(learning.current);
    for (const [id, { state, draft }] of learning.records) {
      const item = course.items.get(id);
      if (item) item.element.dataset["state"] = draft !== null && state !== "unanswered" ? "answered" : state;
    }
  }

  const memory = session.open();
  if (memory) resume(memory);
  else learning.resume(emptySnapshot());
  contents(document);
  recordScript.load();
  route.start(memory?.launched ? learning.current : "");

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return stopwatch.touch();
    leave();
    session.hide();
  });
  window.addEventListener("pagehide", (event) => {
    leave();
    session.close(event.persisted);
  });
  // Paper shows every page, also those that were not opened since: with the learner's answers and words.
  window.addEventListener("beforeprint", () => {
    for (const [id] of learning.records) reveal(course.items.get(id)?.element);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && session.closed) window.location.reload();
    else if (event.persisted) session.back();
  });
  window.addEventListener("storage", () => session.listen());
  for (const news of ["online", "offline"]) window.addEventListener(news, () => session.lookAround());
  for (const sign of ["pointerdown", "keydown"]) {
    document.addEventListener(sign, () => stopwatch.touch(), { capture: true, passive: true });
  }
}
