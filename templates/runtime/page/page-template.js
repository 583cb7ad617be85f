/**
 * @param {string} id
 * @returns {Node | string} a copy of what a template of the page holds; "" when it has none of that name
 */
export function stencil(id) {
  const template = document.getElementById(id);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : "";
}
