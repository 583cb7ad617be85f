/**
 * @param {Document} page
 * @param {string} name
 * @returns {Node | string} a copy of a drawing that the page holds; "" when it has none of that name
 */
export function iconOf(page, name) {
  const template = page.getElementById(`icon-${name}`);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : "";
}
