/**
 * A language of the course.
 *
 * @typedef {object} Language
 * @property {string} lang BCP 47 tag
 * @property {string} dir as the page says it; "" in the first one, where it says nothing
 * @property {string} ui the language of its interface, where there are no words in its own
 * @property {() => Iterable<Node>} content its page, as it came, made anew
 *
 * The languages of a course, of which one is shown.
 *
 * @typedef {object} Languages
 * @property {(tags: readonly string[]) => Language | undefined} find the one that serves the first of these tags that any serves
 * @property {(language: Language) => void} show puts it in the place of the page
 */

/**
 * Takes the other languages out of the page. Each is in a `noscript` element: with script, one text that costs nothing.
 * @param {Document} page
 * @returns {Languages | null} null when the course has one alone
 */
export function languagesOf({ documentElement: root, body }) {
  const others = body.querySelector("[data-other-languages]");
  if (!others) return null;
  others.remove();
  const all = /** @type {(HTMLElement & {firstElementChild: HTMLElement})[]} */ ([...others.children]).map(({ lang, dir, dataset, firstElementChild: around }) => ({
    lang,
    dir,
    ui: around.lang,
    // Without script its ids stand beside those of the first language.
    content: () => parsed(/** @type {Element} */ (around.firstElementChild).outerHTML.replaceAll(/** @type {string} */ (dataset["language"]), "")),
  }));
  const first = body.cloneNode(true);
  all.unshift({ lang: root.lang, dir: root.dir, ui: body.lang, content: () => first.cloneNode(true).childNodes });
  return {
    find(tags) {
      for (const tag of tags)
        for (const form of FORMS) {
          const found = all.find(({ lang }) => form(plain(lang)) === form(plain(tag)));
          if (found) return found;
        }
      return undefined;
    },
    show({ lang, dir, ui, content }) {
      for (const [element, name, value] of /** @type {const} */ ([[root, "lang", lang], [root, "dir", dir], [body, "lang", ui]])) {
        if (value) element.setAttribute(name, value);
        else element.removeAttribute(name);
      }
      body.replaceChildren(...content());
    },
  };
}

const plain = (/** @type {string} */ tag) => tag.toLowerCase().replaceAll("_", "-");

/** @type {((tag: string) => string | undefined)[]} what two tags must share, the nearest first: all, the script (who asks for zh-TW reads zh-Hant), the language */
const FORMS = [
  (tag) => tag,
  (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return language + script;
    } catch {
      return "";
    }
  },
  (tag) => tag.split("-")[0],
];

/** @type {(noscript: string) => Iterable<Node>} what the builder wrote into it, parsed where nothing of it runs. Before a body it would stand in the head. */
const parsed = (noscript) => new DOMParser().parseFromString(`<body>${noscript}`, "text/html").body.firstElementChild?.childNodes ?? [];
