import { stencil } from "../page/page-template.js";

/** @typedef {import("../page/strings.js").Strings} Strings */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * Says beside a field what the learner's answer in it is worth: drawn, in words, and as its description. In a line of
 * text the words are hidden by the stylesheet.
 * @param {Field} field
 * @param {boolean | null} right null takes it away
 * @param {Strings} strings
 * @param {Element | null} [behind] what the mark is to stand behind, where the page has no place for it
 */
export function markField(field, right, strings, behind) {
  field.id ||= `${field.name}--${field.value}`;
  const id = `${field.id}--mark`;
  const place = field.ownerDocument.getElementById(id) ?? span("");
  describe(field, id, right !== null);
  if (right === null) {
    delete place.dataset["right"];
    if (behind) place.remove();
    return place.replaceChildren();
  }
  Object.assign(place, { id, className: place.className || "mark" });
  if (!place.isConnected) behind?.after(place);
  place.dataset["right"] = right ? "yes" : "no";
  place.replaceChildren(stencil(right ? "icon-correct" : "icon-incorrect"), span(strings.text(right ? "mark.right" : "mark.not-right")));
}

/**
 * Says by the fields of a question that an answer is missing, and in its error line.
 * @param {HTMLFormElement | HTMLElement} form
 * @param {HTMLElement} error the line
 * @param {string} words "" takes it back
 * @param {readonly Field[]} fields where it is missing
 */
export function markMissing(form, error, words, fields) {
  error.hidden = words === "";
  error.replaceChildren(...(words === "" ? [] : [stencil("icon-error"), span(words)]));
  describe(form.querySelector("fieldset"), error.id, words !== "");
  for (const field of form.querySelectorAll("input, select")) {
    field.removeAttribute("aria-invalid");
    describe(field, error.id, false);
  }
  // Of options it is the question that lacks an answer, not each of them.
  for (const field of fields) if (!/radio|checkbox/.test(field.type)) field.setAttribute("aria-invalid", "true");
  if (fields[0]) describe(fields[0], error.id, true);
}

/**
 * Adds an id to what describes an element, or takes it away.
 * @param {Element | null} target
 * @param {string} id
 * @param {boolean} on
 */
function describe(target, id, on) {
  if (!target) return;
  const ids = (target.getAttribute("aria-describedby") ?? "").split(" ").filter((word) => word && word !== id);
  if (on) ids.push(id);
  if (ids.length > 0) target.setAttribute("aria-describedby", ids.join(" "));
  else target.removeAttribute("aria-describedby");
}

/**
 * @param {string} words
 * @returns {HTMLElement}
 */
function span(words) {
  const made = document.createElement("span");
  made.textContent = words;
  return made;
}
