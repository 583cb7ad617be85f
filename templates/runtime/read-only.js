/**
 * Questions can be read and not answered, boxes read and not written in.
 * @param {ParentNode} page
 * @param {boolean} still
 */
export function holdStill(page, still) {
  for (const item of page.querySelectorAll("[data-item], [data-kind], [data-record-part]")) {
    for (const box of item.querySelectorAll("textarea")) box.readOnly = still;
    for (const part of item.querySelectorAll("fieldset, input[type=date], input[type=text].field, [data-later], [data-check], [data-hand-in], [data-goal-add]")) {
      if ("disabled" in part) part.disabled = still;
    }
  }
}
