// Looks at all words of a page, and at what is said in attributes, whenever anything changes: each is to be in the language
// that the nearest `lang` names, and to run as that language does. `SAMPLE` is put in by the test.
(() => {
  const { words, names, leftward, interfaceLanguage } = SAMPLE;
  const ATTRIBUTES = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt", "placeholder"];
  const faults = (window.languageFaults = new Set());
  const counts = (window.languagesSeen = {});
  const primary = (tag) => tag.split("-")[0];

  /** The languages in some words: those whose sign is in them, and that of the interface when there are other letters. */
  function languagesIn(text) {
    if (names[text.trim()]) return [names[text.trim()]];
    let rest = text.toLowerCase();
    const found = [];
    for (const [tag, sign] of words) {
      if (!rest.includes(sign)) continue;
      found.push(tag);
      rest = rest.replaceAll(sign, "");
    }
    return /\p{L}/u.test(rest) && !found.includes(interfaceLanguage) ? [...found, interfaceLanguage] : found;
  }

  function look(text, element, where) {
    const found = languagesIn(text);
    if (found.length === 0) return;
    const named = element.closest("[lang]")?.lang;
    const [tag] = found;
    const place = `${where} of <${element.localName} class="${element.className}"> “${text.trim().slice(0, 60)}”`;
    if (found.length > 1) return faults.add(`${found.join(" and ")} in one ${place}`);
    counts[tag] = (counts[tag] ?? 0) + 1;
    // A form that comes with the builder is in British English.
    const right = tag === interfaceLanguage || names[text.trim()] ? primary(named ?? "") === primary(tag) : named === tag;
    if (!right) return faults.add(`${tag} marked as ${named}: ${place}`);
    if (where !== "text" || element.closest("head")) return;
    // A part of a line runs with the block that it stands in.
    let block = element;
    while (block.parentElement && getComputedStyle(block).display === "inline" && getComputedStyle(block).unicodeBidi === "normal") block = block.parentElement;
    const { direction, unicodeBidi } = getComputedStyle(block);
    const runs = leftward.includes(tag) ? "rtl" : "ltr";
    // A summary has no full stop that could go astray.
    if (direction !== runs && unicodeBidi !== "plaintext" && !element.closest("summary, option, bdi")) faults.add(`${tag} runs ${direction}: ${place}`);
  }

  function lookAt(root) {
    const all = root.nodeType === Node.TEXT_NODE ? [] : [root, ...root.querySelectorAll("*")];
    for (const element of all) {
      for (const name of ATTRIBUTES) if (element.hasAttribute?.(name)) look(element.getAttribute(name), element, name);
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = root.nodeType === Node.TEXT_NODE ? root : texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest("script, style, textarea, template")) look(node.data, parent, "text");
    }
  }

  window.lookForFalseLanguages = () => {
    lookAt(document.documentElement);
    return [...faults];
  };
  window.forgetFalseLanguages = () => faults.clear();
  const seen = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["lang", "dir", ...ATTRIBUTES] };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (!target.isConnected) continue;
      if (type === "childList") for (const node of addedNodes) if (node.isConnected && [Node.ELEMENT_NODE, Node.TEXT_NODE].includes(node.nodeType)) lookAt(node);
      else if (ATTRIBUTES.includes(attributeName)) look(target.getAttribute(attributeName) ?? "", target, attributeName);
      else lookAt(target);
    }
  }).observe(document, seen);
})();
