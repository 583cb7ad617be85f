/**
 * Says what becomes of an answer in a later version of its course, by the run-time's own code: what it keeps of a
 * response, the state as text for an LMS and the journal of a device, and what it makes of both when it reads them.
 * Asked line by line, as JSON; the pages are what the builder made, as far as it is asked for here.
 */
import readline from "node:readline";
import { KINDS } from "../../templates/start/kinds.js";
import { OUTDATED } from "../../templates/runtime/contract.js";
import { Learning } from "../../templates/runtime/learner/learning.js";
import { basisOf, wordsBasisOf } from "../../templates/runtime/question/basis.js";
import { markOutdated } from "../../templates/runtime/question/outdated.js";
import { courseStates } from "../../templates/runtime/state/suspend-data/course-state.js";
import { readJournal, writeJournal } from "../../templates/runtime/state/journal-text.js";
import { emptySnapshot } from "../../templates/runtime/state/snapshot.js";

const saving = { save: () => {}, keep: () => {}, note: () => {} };

/** @returns what `readCourse` makes of a page */
function courseOf(questions) {
  const items = new Map(questions.map((question) => [question.id, itemOf(question)]));
  const asked = [...items.keys()];
  const module = { id: "m", title: "m", number: 1, asked, all: asked, scored: asked, draw: 0, handedIn: false, weights: new Map() };
  return { id: "c", version: "1", modules: [module], items, films: [], completion: { rule: "all-questions", passMark: null, partial: false } };
}

function itemOf({ id, kind, data, values, pairs }) {
  const options = {
    input: values.map((value) => ({ value })),
    "[data-choice]": values.map((value) => ({ dataset: { choice: value }, getAttribute: () => value })),
    select: pairs.map(({ name, targets }) => ({ name, options: targets.map((value) => ({ value })) })),
  };
  const element = { dataset: data, querySelectorAll: (selector) => options[Object.keys(options).find((name) => selector.includes(name)) ?? ""] ?? [] };
  return { id, element, scored: kind !== "scale", choices: () => KINDS[kind].choices(element), still: () => true, told: () => "" };
}

/** The learner answers every question, in one of the ways in which an answer can be kept. */
function lived(course, responses, way) {
  const learning = new Learning(course, saving, () => {});
  const snapshot = emptySnapshot();
  learning.resume(snapshot);
  for (const [item, response] of Object.entries(responses)) {
    const { element } = course.items.get(item);
    if (way === "checked") learning.check({ item }, "correct", response, basisOf(element, response));
    if (way === "held") learning.hold(item, response, true, wordsBasisOf(element, response));
    if (way === "drafted") learning.draft(item, response, wordsBasisOf(element, response));
  }
  return snapshot;
}

/** By an LMS that keeps the state, or by a device. */
function carried(snapshot, old, now, by) {
  if (by === "device") return readJournal(writeJournal(snapshot));
  return courseStates(now).decode(courseStates(old).encode(snapshot, 64000).text);
}

function follow({ old, now, responses }) {
  const [before, after] = [courseOf(old), courseOf(now)];
  const found = {};
  for (const [way, by] of [["checked", "lms"], ["checked", "device"], ["held", "lms"], ["held", "device"], ["drafted", "device"], ["drafted", "lms"]]) {
    const snapshot = carried(lived(before, responses, way), before, after, by);
    markOutdated(snapshot, after.items);
    found[`${way} ${by}`] = Object.fromEntries(
      [...snapshot.items].map(([id, { response, draft, basis }]) => [id, { given: way === "drafted" ? draft : response, marked: way === "drafted" ? draft === null : basis === OUTDATED }]),
    );
  }
  return found;
}

for await (const line of readline.createInterface({ input: process.stdin })) console.log(JSON.stringify(follow(JSON.parse(line))));
