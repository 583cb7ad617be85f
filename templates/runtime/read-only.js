/**
 * Questions can be read and not answered, boxes read and not written in.
 * @param {ParentNode} page
 * @param {boolean} still
 */
export function holdStill(page, still) {
  for (const item of page.querySelectorAll("[data-item]")) {
    for (const box of item.querySelectorAll("textarea")) box.readOnly = still;
    for (const part of item.querySelectorAll("fieldset, [data-check]")) {
      if (part instanceof HTMLFieldSetElement || part instanceof HTMLButtonElement) part.disabled = still;
    }
  }
}
