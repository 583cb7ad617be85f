import { deviceClock } from "../runtime/device/clock.js";
import { carry } from "../components/carry/carry.js";
import { hushFilms } from "../components/film/hush.js";
import { readingLists } from "../components/reading/reading.js";
import { myNotes } from "../components/my-notes/my-notes.js";
import { tools } from "../components/tools/tools.js";
import { search } from "../components/search/search.js";
import { aloud } from "../components/aloud/aloud.js";
import { showTodo, watchEnds } from "../components/module/module.js";
import { notice } from "../components/notice/notice.js";
import { showAddresses } from "../components/prose/blocked-links.js";
import { watchStops } from "../components/prose/tab-stops.js";
import { printing, prints } from "../components/save-status/print.js";
import { announcer } from "../runtime/page/announcer.js";
import { contents, showLine } from "../runtime/page/contents.js";
import { KINDS } from "./kinds.js";
import { Learning } from "../runtime/learner/learning.js";
import { showReading } from "../components/reading/show.js";
import { showOutcomes } from "../runtime/page/outcomes.js";
import { Overview } from "../runtime/page/overview.js";
import { recordPage } from "../runtime/page/record-page.js";
import { behindPresses } from "../runtime/presses.js";
import { on } from "../runtime/languages/listening.js";
import { markMissingWords } from "../runtime/missing-words.js";
import { resume } from "../runtime/learner/resume.js";
import { Route } from "../runtime/page/route.js";
import { saveStatus } from "../runtime/page/save-status.js";
import { offerFile } from "../runtime/record/download.js";
import { emptySnapshot } from "../runtime/state/snapshot.js";
import { interfaceLanguage, languageOf, Strings } from "../runtime/page/strings.js";
import { PageTitle } from "../runtime/page/title.js";
import { Visits } from "../runtime/learner/visits.js";
import { Workshop } from "../runtime/page/workbench.js";

/** @typedef {import("../runtime/course.js").Course} Course */
/** @typedef {import("../runtime/session/session.js").Session} Session */

/**
 * Puts the parts of the page together, in one language. The session saves what `learning` writes down; what it remembers
 * goes back there by `remember`, and to the components by the workshop.
 * @param {Course} course
 * @param {Session} session
 * @param {import("../runtime/device/clock.js").Stopwatch} stopwatch
 * @param {ReturnType<typeof import("../runtime/device/look.js").lookOf>} look
 * @param {import("../runtime/page/record-script.js").RecordScript} script
 * @param {boolean} [quiet] says nothing before it has begun: all of it was said in another language
 */
export function openPage(course, session, stopwatch, look, script, quiet = false) {
  // English where the course is not: as it is written in Britain, which is where its words are from.
  const strings = new Strings(course.strings, interfaceLanguage(document), document.body.lang ? "en-GB" : undefined);
  if (course.missing) markMissingWords(document.body, strings.language);
  const say = announcer(document.querySelector("[data-announce]"));
  /** @type {import("../runtime/page/announcer.js").Announce} */
  const announce = (...words) => quiet || say(...words);
  const title = new PageTitle(document, course, strings);
  const overview = new Overview(document, course, strings);
  const [leaving, saved] = [acts(), acts()];

  const saveToFile = carry(document, { course, strings, clock: deviceClock, session, leave: leaving.all });
  const tell = saveStatus(document, strings, announce, { retry: () => session.retry(), file: saveToFile, leave: () => session.leave() });
  printing(window, announce);
  showAddresses(window, strings, announce);
  tools(document);
  search(document, strings, announce, deviceClock);
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
    prints,
    on,
    behindPress: behindPresses(document),
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
  const showRecord = recordPage(document, bench, course, script);
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
      showRecord();
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
    watchStops(page);
    visits.turn(module);
    if (module) learning.open(module);
    if (module && course.completion.read) watchEnd(page);
  }

  /** @param {Element | undefined} element */
  function reveal(element) {
    const page = element?.closest("[data-page]");
    if (page) workshop.open(page);
  }

  return {
    /**
     * Something is new about the saving of her work.
     * @param {import("../runtime/session/save-kind.js").SaveStatus} status
     */
    told(status) {
      tell(status);
      ask(status);
      saved.all();
      if (session.keeps !== null) showLook(session.work?.preferences.reading ?? 0);
    },

    /** @param {import("../runtime/session/ports.js").Memory} memory what is known only now */
    late(memory) {
      this.remember(memory);
      workshop.restore();
      mine.show();
      showRecord();
      if (route.untouched && memory.launched) route.resume(learning.current);
    },

    /** @param {import("../runtime/session/ports.js").Memory | null} memory null while nothing is known */
    remember(memory) {
      if (!memory) return learning.resume(emptySnapshot());
      resume(memory, course, learning);
      overview.offer(learning.current);
    },

    /**
     * Shows where she is.
     * @param {boolean} launched whether an LMS has opened the course
     * @param {string} [before] id of the page that she was on in another language
     */
    begin(launched, before) {
      contents(document, bench.behindPress);
      script.load();
      route.start(launched ? learning.current : "", before);
      quiet = false;
    },

    /** @returns {boolean} whether she has gone nowhere yet */
    get untouched() {
      return route.untouched;
    },

    /** @returns {string} id of the page that is shown, "" before it has begun */
    get shown() {
      return shown?.id ?? "";
    },

    get snapshot() {
      return learning.snapshot;
    },

    /** @returns {import("../runtime/session/ports.js").Memory} what she has done, to go on with in another language */
    get work() {
      return { snapshot: learning.snapshot, location: "", launched: false, passMark: course.completion.passMark };
    },

    /** @param {import("../runtime/state/snapshot.js").Snapshot} snapshot */
    summarise: (snapshot) => learning.summarise(snapshot),

    /** @param {Partial<import("../runtime/state/snapshot.js").Preferences>} preferences */
    prefer: (preferences) => learning.prefer(preferences),

    /**
     * @param {string} key
     * @param {import("../runtime/page/strings.js").Values} values
     */
    say: (key, values) => announce(strings.text(key, values)),

    /** Whatever is being typed is written down. */
    leave: leaving.all,

    /** Nothing of it sounds or moves any more. */
    stop() {
      stopReading();
      hush(document.head);
    },

    /** Paper shows the learner's answers and words too. */
    print() {
      for (const [id] of learning.records) reveal(course.items.get(id)?.element);
    },
  };
}

/** @returns {{add: (act: () => void) => void, all: () => void}} what several parts do at one moment */
function acts() {
  /** @type {(() => void)[]} */
  const list = [];
  return { add: (act) => void list.push(act), all: () => list.forEach((act) => act()) };
}
