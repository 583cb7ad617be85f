import { unfold } from "../../runtime/later.js";
import { languageOf } from "../../runtime/page/strings.js";
import { isSamePassage } from "../../runtime/state/portfolio.js";
import { findPassage, lettersOf, wordsAt } from "./letters.js";

/** @typedef {import("../../runtime/state/portfolio.js").Passage} Passage */
/** @typedef {import("./letters.js").Place} Place */

/**
 * @typedef {object} Row a passage that the learner highlighted
 * @property {Passage} passage
 * @property {Place | null} place where its words stand in the module now; null when they do not
 * @property {string} language BCP 47
 *
 * @typedef {ReturnType<typeof keptNotes>} Kept
 */

/**
 * The notes and passages of each module, as they are kept.
 * @param {import("../../runtime/learner/learning.js").Learning} learning
 * @param {import("../../runtime/course.js").Course} course
 * @param {() => void} changed another passage is highlighted now, or one less
 */
export function keptNotes(learning, course, changed) {
  const moduleOf = (/** @type {string} */ id) => {
    const found = course.modules.find((module) => module.id === id);
    if (found) unfold(found.element);
    return found;
  };
  const passagesOf = (/** @type {string} */ id) => learning.portfolio.passages.filter(({ module }) => module === id);
  const noteOf = (/** @type {string} */ id) => learning.portfolio.notes.get(id) ?? "";
  const count = (/** @type {string} */ id) => Number(noteOf(id).trim() !== "") + passagesOf(id).length;
  /** @type {(act: (passages: Passage[]) => Passage[]) => void} */
  const change = (act) => {
    learning.gather((portfolio) => void (portfolio.passages = act(portfolio.passages)));
    changed();
  };
  return {
    moduleOf,
    noteOf,
    count,
    /** @type {(id: string) => Row[]} in the order of the text; those that are gone from it come last */
    rowsOf(id) {
      const own = passagesOf(id);
      const module = moduleOf(id);
      const letters = module && own.length > 0 ? lettersOf(module.element) : null;
      const rows = own.map((passage) => {
        const place = letters && findPassage(letters, passage);
        const text = place && letters?.texts[place[0]];
        return { passage, place, language: text ? languageOf(text.parentElement) : (passage.language ?? module?.language ?? "") };
      });
      return rows.sort((one, other) => (one.place?.[0] ?? Infinity) - (other.place?.[0] ?? Infinity));
    },
    /** @returns {string[]} modules with a note or a passage, in their order; those that are no longer in the course come last */
    modules() {
      const { notes, passages } = learning.portfolio;
      const all = [...course.modules.map(({ id }) => id), ...notes.keys(), ...passages.map(({ module }) => module)];
      return [...new Set(all)].filter(count);
    },
    /** @type {(id: string, place: Place) => void} */
    add(id, place) {
      const element = moduleOf(id)?.element;
      if (!element) return;
      const letters = lettersOf(element);
      const [text] = letters.texts.slice(place[0]);
      // A heading most often.
      const named = [...element.querySelectorAll("[id]")].filter((one) => text && one.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
      const block = (named.at(-1) ?? element).id;
      const language = "languages.now" in course.strings ? { language: languageOf(text?.parentElement) } : {};
      change((passages) => [...passages, { module: id, block, ...wordsAt(letters, place), note: "", ...language }]);
    },
    remove: (/** @type {Passage} */ passage) => change((passages) => passages.filter((other) => !isSamePassage(passage, other))),
    restore: (/** @type {Passage} */ passage) => change((passages) => [...passages, passage]),
  };
}
