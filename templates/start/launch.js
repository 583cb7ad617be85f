import { carry } from "../components/carry/carry.js";
import { hushFilms } from "../components/film/hush.js";
import { FILM_READY } from "../components/film/ready.js";
import { readingLists } from "../components/reading/reading.js";
import { myNotes } from "../components/my-notes/my-notes.js";
import { tools } from "../components/tools/tools.js";
import { search } from "../components/search/search.js";
import { aloud } from "../components/aloud/aloud.js";
import { showTodo, watchEnds } from "../components/module/module.js";
import { notice } from "../components/notice/notice.js";
import { showAddresses } from "../components/prose/blocked-links.js";
import { printing } from "../components/save-status/print.js";
import { announcer } from "../runtime/page/announcer.js";
import { deviceClock, Stopwatch } from "../runtime/device/clock.js";
import { contents, showLine } from "../runtime/page/contents.js";
import { readCourse } from "../runtime/course.js";
import { devicePorts } from "../runtime/device/device-ports.js";
import { KINDS } from "./kinds.js";
import { Learning } from "../runtime/learner/learning.js";
import { askBeforeLeaving } from "../runtime/device/leaving.js";
import { lookOf } from "../runtime/device/look.js";
import { showReading } from "../components/reading/show.js";
import { showOutcomes } from "../runtime/page/outcomes.js";
import { Overview } from "../runtime/page/overview.js";
import { recordPage } from "../runtime/page/record-page.js";
import { markMissingWords } from "../runtime/missing-words.js";
import { resume } from "../runtime/learner/resume.js";
import { Route } from "../runtime/page/route.js";
import { saveStatus } from "../runtime/page/save-status.js";
import { isConfined } from "../runtime/device/frames.js";
import { offerFile } from "../runtime/record/download.js";
import { Session } from "../runtime/session/session.js";
import { emptySnapshot } from "../runtime/state/snapshot.js";
import { interfaceLanguage, languageOf, Strings } from "../runtime/page/strings.js";
import { PageTitle } from "../runtime/page/title.js";
import { Visits } from "../runtime/learner/visits.js";
import { listenToWindow } from "../runtime/device/window-events.js";
import { Workshop } from "../runtime/page/workbench.js";

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
      delete root.dataset["js"];
      console.error(error);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/**
 * Puts the parts together. The session saves what `learning` writes down; what it remembers goes back there by
 * `remember`, and to the components by the workshop.
 * @param {Destination} destination
 */
function start(destination) {
  const course = readCourse(document, KINDS);
  // English where the course is not: as it is written in Britain, which is where its words are from.
  const strings = new Strings(course.strings, interfaceLanguage(document), document.body.lang ? "en-GB" : undefined);
  if (course.missing) markMissingWords(document.body, strings.language);
  const announce = announcer(document.querySelector("[data-announce]"));
  const title = new PageTitle(document, course.title, strings);
  const overview = new Overview(document, course, strings);
  const stopwatch = new Stopwatch(deviceClock);
  const askFirst = askBeforeLeaving(window);
  const [leaving, saved] = [acts(), acts()];

  const session = new Session({
    ...devicePorts(window, course, destination),
    anew() {
      look.keep(0);
      window.location.reload();
    },
    stopwatch,
    summarise: (snapshot) => learning.summarise(snapshot),
    leave: leaving.all,
    told(status) {
      tell(status);
      ask(status);
      askFirst(session.risky);
      saved.all();
      if (session.keeps !== null) showLook(session.work?.preferences.reading ?? 0);
    },
    late(memory) {
      remember(memory);
      workshop.restore();
      mine.show();
      record.show();
      if (route.untouched && memory.launched) route.resume(learning.current);
    },
  });
  const saveToFile = carry(document, { course, strings, clock: deviceClock, session, leave: leaving.all });
  const tell = saveStatus(document, strings, announce, { retry: () => session.retry(), file: saveToFile, leave: () => session.leave() });
  printing(window, announce);
  showAddresses(window, strings, announce);
  tools(document);
  search(document, strings, announce, deviceClock);
  const look = lookOf(window);
  const showLists = readingLists(
    document,
    (reading) => {
      showReading(document.documentElement, reading);
      learning.read(reading);
    },
    () => announce(strings.text("reading.done")),
  );
  const ask = notice(document, strings, announce, session);

  /** @type {HTMLElement | undefined} */
  let shown;
  /** @type {HTMLElement | undefined} */
  let entered;
  const learning = new Learning(course, session, (progress, completed, news) => {
    // What is only looked at can be read to its end, though nothing can be answered.
    if (session.looking) progress.waits.clear();
    overview.update(progress, completed);
    // Behind what is said of the answer that completed it.
    if (news) queueMicrotask(() => announce(strings.text("progress.completed")));
    if (shown) tellOf(shown);
  });
  const bench = {
    strings,
    learning,
    announce,
    title,
    clock: deviceClock,
    reveal,
    active: () => stopwatch.touch(),
    keeps: () => session.keeps,
    device: session,
    alone: () => session.alone,
    offerFile,
    typesOf: (/** @type {HTMLElement} */ { dataset }) => course.kinds[dataset["kind"] ?? ""] ?? { scorm12: "", scorm2004: "" },
    room: () => session.room,
    whenSaved: saved.add,
    whenLeaving: leaving.add,
    notes: /** @type {import("../components/my-notes/my-notes.js").Notes | null} */ (null),
  };
  const mine = myNotes(document, bench, course);
  bench.notes = mine.notes;
  const workshop = new Workshop(bench, KINDS);
  const watchEnd = watchEnds(({ id }) => learning.reach(`${id}--end`));
  const record = recordPage(document, bench, course);
  const hush = hushFilms(document);
  const stopReading = aloud(document, strings, announce, () => hush(document.head));
  const visits = new Visits(deviceClock, stopwatch, { gather: (change) => session.past || learning.gather(change) });
  leaving.add(() => visits.note());
  const route = new Route(window, {
    shown(page) {
      shown = page;
      entered = undefined;
      hush(page);
      stopReading();
      title.show(page.dataset["title"] ?? "", page.dataset["titleLanguage"] ?? languageOf(page.querySelector("h1")));
      tellOf(page);
      showLine(page);
      mine.show(page);
      record.show();
      overview.offer(learning.current);
    },
  });

  /** @param {number} reading what this learner has chosen, here or on another device */
  function showLook(reading) {
    showReading(document.documentElement, reading);
    showLists(reading);
    look.keep(reading, session.alone && session.keeps === true && !session.shared);
  }

  /** @param {HTMLElement} page */
  function tellOf(page) {
    showOutcomes(page, course, learning, strings);
    showTodo(page, overview.endOf(page), strings);
    if (entered !== page) enter(page);
  }

  /** @param {HTMLElement} page what stands in it is come to, unless other modules are to be done first */
  function enter(page) {
    const { module = "", waits } = page.dataset;
    if (waits !== undefined) return visits.turn("");
    entered = page;
    workshop.open(page);
    visits.turn(module);
    if (module) learning.open(module);
    if (module && course.completion.read) watchEnd(page);
  }

  /** @param {Element | undefined} element */
  function reveal(element) {
    const page = element?.closest("[data-page]");
    if (page) workshop.open(page);
  }

  /** @param {import("../runtime/session/ports.js").Memory} memory */
  function remember(memory) {
    resume(memory, course, learning);
    overview.offer(learning.current);
  }

  const memory = session.open();
  if (memory) remember(memory);
  else learning.resume(emptySnapshot());
  contents(document);
  record.load();
  route.start(memory?.launched ? learning.current : "");
  listenToWindow(window, {
    stopwatch,
    session,
    leave: leaving.all,
    print() {
      // With the learner's answers and words.
      for (const [id] of learning.records) reveal(course.items.get(id)?.element);
    },
  });
}

/** @returns {{add: (act: () => void) => void, all: () => void}} what several parts do at one moment */
function acts() {
  /** @type {(() => void)[]} */
  const list = [];
  return { add: (act) => void list.push(act), all: () => list.forEach((act) => act()) };
}
