/**
 * Parts of a large course which the browser reads when they are needed. Each lies in a `noscript`: without script it is there
 * like any other, and with script it is a text until then.
 *
 * @template {ParentNode} T
 * @param {T} root
 * @returns {T} the same, with all its parts
 */
export function unfold(root) {
  for (const part of root.querySelectorAll("noscript")) open(part);
  return root;
}

/**
 * @param {Document} page
 * @param {string} id
 * @returns {HTMLElement | null} the element, also where it is in a part that nobody needed yet
 */
export function elementOf(page, id) {
  const found = page.getElementById(id);
  if (found || id === "") return found;
  const part = [...page.querySelectorAll("noscript")].find(({ textContent }) => textContent?.includes(`id="${id}"`));
  if (part) open(part);
  return page.getElementById(id);
}

/** @param {Element} part becomes what it holds */
function open(part) {
  const { body } = new DOMParser().parseFromString(part.textContent ?? "", "text/html");
  part.replaceWith(...body.childNodes);
}
