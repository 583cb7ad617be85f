/**
 * A language of the course.
 *
 * @typedef {object} Language
 * @property {string} lang BCP 47 tag
 * @property {string} called its tag and its names in small letters, with strokes between them
 * @property {string} dir as the page says it
 * @property {string} ui the language of its interface, where there are no words in its own
 * @property {() => Iterable<Node>} content its page, as it came, made anew
 *
 * The languages of a course, of which one is shown.
 *
 * @typedef {object} Languages
 * @property {(tags: readonly string[]) => Language | undefined} find the one that serves the first of these tags that any serves; SCORM 1.2 has no form for them, and `Welsh` is one too
 * @property {(language: Language) => void} show puts it in the place of the page
 */

/**
 * Takes the other languages out of the page. Each is in a `noscript` element: with script, one text that costs nothing.
 * @param {Document} page
 * @returns {Languages | null} null when the course has one alone
 */
export function languagesOf({ documentElement: root, body }) {
  const others = /** @type {HTMLElement | null} */ (body.querySelector("[data-other-languages]"));
  if (!others) return null;
  others.remove();
  const all = /** @type {(HTMLElement & {firstElementChild: HTMLElement})[]} */ ([...others.children]).map(({ lang, dir, dataset, firstElementChild: around }) => ({
    lang,
    called: /** @type {string} */ (dataset["called"]),
    dir,
    ui: around.lang,
    // Without script its ids stand beside those of the first language.
    content: () => parsed(/** @type {string} */ (around.textContent).replaceAll(/** @type {string} */ (dataset["language"]), "")),
  }));
  const first = body.cloneNode(true);
  all.unshift({ lang: root.lang, called: /** @type {string} */ (others.dataset["called"]), dir: root.dir, ui: body.lang, content: () => first.cloneNode(true).childNodes });
  return {
    find(tags) {
      for (const tag of tags)
        for (const form of FORMS)
          for (const one of all) if (one.called.split("/").map(form).includes(form(tag.toLowerCase().replaceAll("_", "-")))) return one;
      return undefined;
    },
    show({ lang, dir, ui, content }) {
      root.lang = lang;
      root.dir = dir;
      if (ui) body.lang = ui;
      else body.removeAttribute("lang");
      body.replaceChildren(...content());
    },
  };
}

/** @type {((tag: string) => string | undefined)[]} what two tags must share, the nearest first: all, the script (who asks for zh-TW reads zh-Hant), the language */
const FORMS = [
  (tag) => tag,
  (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return language + script;
    } catch {
      return tag;
    }
  },
  (tag) => tag.split("-")[0],
];

/** @type {(words: string) => Iterable<Node>} what the builder wrote, parsed where nothing of it runs. Before a body it would stand in the head. */
const parsed = (words) => new DOMParser().parseFromString(`<body>${words}`, "text/html").body.childNodes;
