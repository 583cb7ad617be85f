import { drawQuestions } from "../question/draw.js";
import { isReported } from "../course.js";
import { markOutdated } from "../question/outdated.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("../session/ports.js").Memory} Memory */

/**
 * Puts what is remembered into the course: which questions this learner has, how each of them stands.
 * @param {Memory} memory
 * @param {Course} course
 * @param {import("./learning.js").Learning} learning
 */
export function resume({ snapshot, location, passMark }, course, learning) {
  // An LMS may ask for another pass mark than the author; it has the last word.
  if (passMark !== null) course.completion.passMark = passMark;
  if (snapshot.current === "" && course.modules.some(({ id }) => id === location)) snapshot.current = location;
  markOutdated(snapshot, course.items);
  drawQuestions(course, snapshot);
  // What a tutor was to read when it was written may be private in this version.
  for (const [id, record] of snapshot.items) if (!isReported(course.items.get(id))) delete record.note;
  learning.resume(snapshot);
  for (const [id, { state, draft }] of learning.records) {
    const item = course.items.get(id);
    if (item) item.element.dataset["state"] = draft !== null && state !== "unanswered" ? "answered" : state;
  }
}
