import { isDate } from "./calendar.js";
import { wordsOf } from "./paper.js";

/** @typedef {import("../state/portfolio.js").Goal} Goal */
/** @typedef {import("../page/strings.js").Strings} Strings */
/** @typedef {import("./paper.js").Block} Block */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Said} Said */

/**
 * What is to be in the document; a part that the learner left out is empty, or null.
 *
 * @typedef {object} Contents
 * @property {Said} course its title
 * @property {string} language BCP 47 tag of the interface, and so of the document
 * @property {string} [own] that of the course, in which the learner most likely writes; "" when it is the same
 * @property {Date} now
 * @property {{title: Said | Said[], language: string, text: string}[]} reflections those with words
 * @property {{title: Said | Said[], note: string, passages: {words: Said, lost: boolean, note: string}[]}[]} notes by module
 * @property {readonly Goal[]} goals
 * @property {string} peer day on which it is talked over with somebody, ISO 8601, or ""
 * @property {{title: Said | Said[], about: Said | Said[], asked: {ask: Said | Said[], answer: (Said | Said[])[]}[]} | null} form
 * @property {string} progress how far the learner is, in words
 * @property {{title: Said | Said[], days: Date[], seconds: number}[]} modules those opened, with the first day and the last
 * @property {{title: Said | Said[], outcome: Said | Said[]}[]} questions those answered
 */

/**
 * The record of learning, as one hands it to a supervisor.
 * @param {Contents} contents
 * @param {Strings} strings
 * @returns {Paper}
 */
export function recordPaper(contents, strings) {
  const blocks = [
    origin(contents, strings),
    ...formBlocks(contents, strings),
    ...reflectionBlocks(contents, strings),
    ...noteBlocks(contents, strings),
    ...goalBlocks(contents, strings),
    ...workBlocks(contents, strings),
  ];
  return { title: strings.text("record.title"), language: contents.language, blocks };
}

/**
 * A page for a learner's own file: what was worked through, and that nobody has checked who did.
 * @param {Contents} contents
 * @param {Strings} strings
 * @param {string} name hers, or ""
 * @returns {Paper}
 */
export function certificatePaper(contents, strings, name) {
  const claim = quiet(strings.text("record.unchecked"));
  // As a part of a line it stands where the page begins, in whichever direction it is written.
  const hers = name.trim() ? [heading(1, [name])] : [];
  const work = moduleBlocks(contents, strings);
  const blocks = [...hers, origin(contents, strings), ...(work[0] ? work : [words(contents.progress)]), claim];
  return { title: strings.text("record.certificate"), language: contents.language, blocks };
}

/** @type {(contents: Contents, strings: Strings) => Block} of which course it is, and of which day */
const origin = ({ course, now }, strings) => quiet(strings.sentence("record.origin", { course, date: strings.date(now) }));

/**
 * What was worked through and answered: the part that nobody writes.
 * @type {(contents: Contents, strings: Strings) => Block[]}
 */
export function workBlocks(contents, strings) {
  return [...moduleBlocks(contents, strings), ...questionBlocks(contents, strings)];
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function formBlocks({ form }, strings) {
  if (!form?.asked.some(({ answer }) => answer[0])) return [];
  // A question that was left open keeps its place: the document can be completed in Word.
  const open = quiet(strings.text("record.open"));
  const asked = form.asked.flatMap(({ ask, answer }) => [
    heading(2, ask),
    ...(answer[0] ? answer.map((words) => /** @type {Block} */ ({ kind: "words", words })) : [open]),
  ]);
  return [heading(1, form.title), ...[form.about].filter(wordsOf).map(quiet), ...asked];
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function reflectionBlocks({ reflections }, strings) {
  const written = reflections.flatMap(({ title, language, text }) => [heading(2, title), words(text, language)]);
  return part(strings.text("record.reflections"), written);
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function noteBlocks({ notes, own = "" }, strings) {
  const written = notes.flatMap(({ title, note, passages }) => [
    heading(2, title),
    ...(note ? [words(note, own)] : []),
    ...passages.flatMap((passage) => [
      quiet(passage.words),
      ...(passage.lost ? [quiet(strings.text("my-notes.lost"))] : []),
      ...(passage.note ? [words(passage.note, own)] : []),
    ]),
  ]);
  return part(strings.text("record.notes"), written);
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function goalBlocks({ goals, peer, own = "" }, strings) {
  const set = goals.flatMap((goal, index) => {
    const state = goal.stage === "" ? "" : strings.text("record.state", { state: strings.text(`record.${goal.stage}`) });
    const by = isDate(goal.by) ? strings.text("record.by", { date: strings.day(goal.by) }) : "";
    const about = [by, state].filter(Boolean).map(quiet);
    const reviewed = goal.review.trim() ? [words(goal.review, own)] : [];
    return [heading(2, strings.text("record.goal", { number: index + 1 })), words(goal.words, own), ...about, ...reviewed];
  });
  const talk = isDate(peer) ? [words(strings.text("record.peer-on", { date: strings.day(peer) }))] : [];
  return part(strings.text("record.goals"), [...set, ...talk]);
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function moduleBlocks({ modules, progress }, strings) {
  if (modules.length === 0) return [];
  const when = (/** @type {string[]} */ [first = "", last = ""]) =>
    first === last ? first : strings.text("record.from-to", { first, last });
  const head = ["record.module", "record.when", "record.time"].map((key) => strings.text(key));
  const rows = modules.map(({ title, days, seconds }) =>
    days.length === 0 ? [title, "", ""] : [title, when(days.map((day) => strings.date(day))), strings.duration(seconds)],
  );
  return [heading(1, strings.text("record.modules")), words(progress), { kind: "table", head, rows }];
}

/** @type {(contents: Contents, strings: Strings) => Block[]} */
function questionBlocks({ questions }, strings) {
  if (questions.length === 0) return [];
  const head = [strings.text("record.question"), strings.text("record.outcome")];
  const rows = questions.map(({ title, outcome }) => [title, outcome]);
  return [heading(1, strings.text("record.questions")), { kind: "table", head, rows }];
}

/** @type {(title: string, blocks: Block[]) => Block[]} nothing when it would be empty */
const part = (title, blocks) => (blocks.length === 0 ? [] : [heading(1, title), ...blocks]);

/** @type {(level: 1 | 2, title: Said | Said[]) => Block} */
const heading = (level, title) => ({ kind: "heading", level, words: title });

/** @type {(text: string, language?: string) => Block} */
const words = (text, language = "") => ({ kind: "words", words: { words: text, language } });

/** @type {(text: Said | Said[]) => Block} */
const quiet = (text) => ({ kind: "words", words: text, quiet: true });
