/** What stands still, by what the learner is asked or told: all of it, or all but her own record of learning. */
const STILL = /** @type {Record<string, string>} */ ({
  elsewhere: "[data-item], [data-kind], [data-record-part], [data-my-notes]",
  looking: '[data-item], [data-kind], [data-record-part="reflections"]',
});

/** @type {(page: Document) => boolean} whether nothing can be answered now */
export const isStill = (page) => (page.documentElement.dataset["still"] ?? "") in STILL;

/** Pages in which something stands still: in any other there is nothing to let go, and a course may have thousands of boxes.
 * @type {WeakSet<Document>} */
const holding = new WeakSet();

/**
 * Questions can be read and not answered, boxes read and not written in; those too that were made since the last call.
 * @param {Document} page
 */
export function holdStill(page) {
  const asks = page.documentElement.dataset["still"] ?? "";
  if (!(asks in STILL) && !holding.has(page)) return;
  holding.add(page);
  const still = STILL[asks] ?? "none";
  for (const way of page.querySelectorAll("[data-carry-file], [data-carry-read], [data-carry-join], [data-hand-in], [data-film-read]")) {
    if ("disabled" in way) way.disabled = asks in STILL;
  }
  for (const item of page.querySelectorAll("[data-item], [data-kind], [data-record-part], [data-my-notes]")) {
    const held = item.matches(still);
    for (const box of item.querySelectorAll("textarea")) box.readOnly = held;
    for (const part of item.querySelectorAll("fieldset, input[type=text].field, [data-later], [data-check], [data-hand-in], [data-goal-add]")) {
      // Where no attempt is left, the answer that counts stands.
      if ("disabled" in part) part.disabled = held || (part.localName === "fieldset" && item.hasAttribute("data-spent"));
    }
  }
}
