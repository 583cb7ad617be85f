// What a pointer that rests on something shows, and what a single key does. Evaluated in a page as one object of functions.
(() => {
  const MOST = 24;
  const SHOWS = /display|visibility|opacity|content|clip|height|width|transform|left|right|top|bottom|inset|translate|scale/;
  const POINTED = "[onmouseenter], [onmouseover], [onpointerenter], [onpointerover]";
  let changes = 0;

  return {
    found: [],

    /** Selectors of what shows something else when the pointer is over it, as the style sheets say. */
    selectors(rules) {
      return [...rules].flatMap((rule) => {
        const inner = rule.cssRules ? this.selectors(rule.cssRules) : [];
        if (!rule.selectorText?.includes(":hover") || ![...rule.style].some((name) => SHOWS.test(name))) return inner;
        const parts = rule.selectorText.split(",").filter((part) => part.includes(":hover"));
        return [...inner, ...parts.map((part) => this.upTo(part.slice(0, part.indexOf(":hover"))))];
      });
    },

    /** A selector that was cut, without the bracket that it was cut in. */
    upTo(selector) {
      const open = selector.split("(").length > selector.split(")").length;
      return (open ? selector.slice(0, selector.lastIndexOf("(")).replace(/:[a-z-]+$/, "") : selector).trim() || "*";
    },

    sheetRules(sheet) {
      try {
        return sheet.cssRules;
      } catch {
        return []; // of another host
      }
    },

    all(selector) {
      try {
        return [...document.querySelectorAll(selector)];
      } catch {
        return []; // a selector that was cut inside brackets
      }
    },

    /** One of each look of what may show something when the pointer rests on it; gives their names. */
    candidates() {
      const selectors = new Set([...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => this.selectors(this.sheetRules(sheet))));
      const styled = [...selectors].filter((selector) => selector !== "*").flatMap((selector) => this.all(selector));
      const looks = new Map();
      for (const one of [...(window.pointed ?? []), ...document.querySelectorAll(POINTED), ...styled]) {
        // What is in it counts too: of many paragraphs one may hold the words that wait for a pointer.
        const look = [one, ...one.children].map(({ localName, className }) => `${localName} ${className}`).join();
        if (one !== document.body && one !== document.documentElement && window.probes.shown(one) && !looks.has(look)) looks.set(look, one);
      }
      this.found = [...looks.values()].slice(0, MOST);
      return this.found.map((one) => window.probes.name(one));
    },

    /** Brings one of them into the window; gives its middle, or nothing where it is covered. */
    aim(place) {
      const element = this.found[place];
      document.activeElement?.blur();
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getClientRects()[0];
      if (!box) return null;
      const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + box.height / 2];
      const top = document.elementFromPoint(x, y);
      return top && (element === top || element.contains(top)) ? { x, y } : null;
    },

    /** All words that are seen now, those that a style sheet adds included. */
    seen(place) {
      const added = [this.found[place], ...this.found[place].querySelectorAll("*")].flatMap((one) =>
        ["::before", "::after"].map((part) => {
          const { content, display, visibility, opacity } = getComputedStyle(one, part);
          const written = content.startsWith('"') && display !== "none" && visibility === "visible" && Number(opacity) > 0.1;
          return written ? content.slice(1, -1) : "";
        }),
      );
      return [...window.probes.texts().map(({ node }) => node.data.replace(/\s+/g, " ").trim()), ...added].filter((words) => /\w{2}/.test(words));
    },

    /** How many words lie on others; the page stays where it is scrolled to. */
    covering() {
      const [left, top] = [scrollX, scrollY];
      const count = window.probes.overlaps().length;
      scrollTo({ left, top, behavior: "instant" });
      return count;
    },

    /** Puts the focus where a keyboard can put it: on the element, or on the first in it or around it that takes it. */
    focus(place) {
      const element = this.found[place];
      const stops = window.probes.stops();
      const stop = stops.find((one) => element.contains(one)) ?? stops.find((one) => one.contains(element));
      stop?.focus({ focusVisible: true });
      return Boolean(stop);
    },

    /** Presses what has the focus, where it says that it opens something. */
    open() {
      const here = document.activeElement;
      const opens = here?.matches("summary, [aria-expanded], [aria-haspopup], [popovertarget]");
      if (opens) here.click();
      return Boolean(opens);
    },

    /** Takes the focus off everything, or puts it on the first button or link that belongs to no film; gives whether there is one. */
    stand(onControl) {
      document.activeElement?.blur();
      window.focus();
      if (!onControl) return true;
      const ofFilm = (one) => one.closest("figure, section, div[class*=player]")?.querySelector("video, audio");
      const stop = window.probes.stops().find((one) => one.matches("a[href], button, summary") && !ofFilm(one));
      stop?.focus();
      return Boolean(stop);
    },

    /** Begins to count what changes on the page. A whole screen and other windows are counted, and not opened. */
    watch() {
      const counted = () => ((changes += 1), null);
      const never = () => new Promise(() => counted());
      this.real ??= [window.open, Element.prototype.requestFullscreen];
      window.open = counted;
      Element.prototype.requestFullscreen = never;
      this.observer ??= new MutationObserver((list) => (changes += list.length));
      this.observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
    },

    unwatch() {
      this.observer?.disconnect();
      if (this.real) [window.open, Element.prototype.requestFullscreen] = this.real;
    },

    /** Where the page is, and how much has changed on it so far. */
    standing() {
      changes += this.observer?.takeRecords().length ?? 0;
      const here = document.activeElement;
      return [location.href, changes, here ? [...document.querySelectorAll("*")].indexOf(here) : -1, Math.round(scrollY), [...document.querySelectorAll("video, audio")].map((one) => one.paused)].join();
    },
  };
})()
