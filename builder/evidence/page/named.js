// How a package of any tool is walked: by roles and by names that people use for the way on.
(() => {
  const ONWARD = /^(next|continue|start|begin|forward|resume|launch|enter|go on|get started|proceed|let's (go|start|begin)|start (the )?(course|lesson|module|quiz|test|assessment|now)|next (page|slide|section|lesson|question)|weiter|suivant|siguiente|avanti|volgende|nesaf)\b/i;
  const CHECK = /^(check|submit|confirm|answer|save|done|finish|complete|send|hand in|turn in|show (result|feedback)|see (result|score))/i;
  const ARROW = /^[→›»>▶❯➔]+$/;
  const AROUND = "nav, aside, body > header, body > footer, [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=toolbar], [role=menubar], [role=tablist]";
  const AWAY = /\b(exit|quit|close|log ?out|print|download|reset|restart|try again|previous|back|help)\b/i;

  return {
    shown(element) {
      return element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
    },

    /** What a control is called. */
    called(element) {
      const by = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      const words = element.getAttribute("aria-label") || by.trim() || element.innerText || element.value || element.title || element.querySelector("img")?.alt || "";
      return words.replace(/[→›»>]+\s*$/, "").replace(/\s+/g, " ").trim();
    },

    /** Everything that can be pressed, and what only looks so: a script hears its clicks and no key reaches it. */
    pressed() {
      const native = [...document.querySelectorAll("button, a[href], input[type=button], input[type=submit], summary, [role=button], [role=link], [role=tab]")];
      const drawn = [...document.querySelectorAll("[onclick], div, span, td, li, p")].filter((one) => one.hasAttribute("onclick") || (getComputedStyle(one).cursor === "pointer" && one.children.length === 0 && !one.closest("a, button, label, summary, [role]")));
      return [...new Set([...native, ...drawn])].filter((one) => this.shown(one) && !one.matches(":disabled, [aria-disabled=true]"));
    },

    /** One button of each group that looks like the options of a question; none where fields or buttons with known names lead on. */
    choices(turn) {
      const { onward, checks } = this.ways();
      if (onward.length || checks.length || this.fields().length) return [];
      const alike = new Map();
      for (const one of this.pressed()) {
        if (!one.matches("button, [role=button], [role=radio], [role=option]") || one.matches("[aria-expanded], [aria-haspopup]") || one.closest(AROUND)) continue;
        const words = this.called(one);
        if (words.length < 2 || (AWAY.test(words) && words.split(" ").length < 3)) continue;
        alike.set(one.parentElement, [...(alike.get(one.parentElement) ?? []), one]);
      }
      return [...alike.values()].filter((group) => group.length > 1).map((group) => this.said(group[Math.min(turn, group.length - 1)]));
    },

    said(one) {
      return { way: one.dataset.way, words: this.called(one), reachable: this.reachable(one), link: one.matches("a[href]"), target: one.href ?? "", arrow: ARROW.test((one.innerText ?? "").trim()) };
    },

    /** Whether a screen has neither a field nor a button that leads anywhere. */
    nothingLeft() {
      return !this.fields().length && !this.pressed().some((one) => !one.closest(AROUND) && !one.matches("a[href]"));
    },

    reachable(element) {
      return element.tabIndex >= 0 && !element.closest("[inert]");
    },

    /** Numbers what can be pressed, so that it can be found again; gives the way on, buttons that check, and links. */
    ways() {
      for (const old of document.querySelectorAll("[data-way]")) old.removeAttribute("data-way");
      const all = this.pressed();
      all.forEach((one, place) => (one.dataset.way = String(place)));
      const said = all.map((one) => this.said(one));
      return {
        onward: said.filter(({ words, arrow }) => (ONWARD.test(words) || (arrow && !words)) && !AWAY.test(words)),
        checks: said.filter(({ words }) => CHECK.test(words) && !AWAY.test(words)),
        links: said.filter(({ link, target }) => link && target.split("#")[0].startsWith(location.origin === "null" ? "file:" : location.origin)),
        drawn: said.filter(({ reachable, words }) => !reachable && words),
      };
    },

    way(number) {
      return document.querySelector(`[data-way="${number}"]`);
    },

    focusOn(number) {
      const element = this.way(number);
      window.focus();
      element?.focus();
      return document.activeElement === element;
    },

    press(number) {
      this.way(number)?.click();
    },

    /** Fields that may be answered: none that searches, and none of the parts around the words. */
    fields() {
      const asks = (one) => !/^(hidden|button|submit|reset|image|search)$/.test(one.type) && !one.closest(`[role=search], [action*=search], ${AROUND}`) && !/search|^q$/i.test(`${one.name} ${one.id}`);
      return [...document.querySelectorAll("input, select, textarea")].filter((one) => asks(one) && !one.disabled && !one.readOnly && (this.shown(one) || one.labels?.[0]?.checkVisibility()));
    },

    /** What leads to more and is not gone: what is shut or played, and buttons whose names say nothing of the way. */
    untried() {
      const { onward, checks, links } = this.ways();
      const known = new Set([...onward, ...checks, ...links, ...this.choices(0)].map(({ way }) => way));
      const others = this.pressed().filter((one) => !known.has(one.dataset.way) && !one.closest(AROUND) && !AWAY.test(this.called(one)) && !one.matches("a[href]"));
      const more = [...document.querySelectorAll("video, audio, [aria-expanded=false], [role=tab][aria-selected=false]")].filter((one) => this.shown(one) && !one.closest(AROUND));
      return [...new Set([...others, ...more])].map((one) => this.called(one) || one.localName);
    },

    /** What is chosen and written on the page, by field. */
    values() {
      return Object.fromEntries(this.fields().map((one, place) => [`${one.name || one.id || place}|${/radio|checkbox/.test(one.type) ? one.value : ""}`, /radio|checkbox/.test(one.type) ? String(one.checked) : one.value]));
    },

    /** Answers what can be answered: the first of each list of options that is not the one chosen last. Gives how many. */
    answer(turn) {
      const fields = this.fields();
      const groups = Map.groupBy ? Map.groupBy(fields, (one) => (one.type === "radio" ? `radio ${one.name}` : one)) : new Map(fields.map((one) => [one, [one]]));
      let answered = 0;
      for (const group of groups.values()) {
        const one = group[Math.min(turn, group.length - 1)];
        if (/radio|checkbox/.test(one.type)) {
          if (!one.checked) one.click();
        } else {
          if (one.localName === "select") one.selectedIndex = Math.min(one.options.length - 1, turn + 1);
          else one.value = one.type === "number" ? "3" : "Some words";
          for (const event of ["input", "change"]) one.dispatchEvent(new Event(event, { bubbles: true }));
        }
        answered += 1;
      }
      return answered;
    },

    /** What looks like a question and is none that can be answered here: drawn, dragged, or in a tree of its own. */
    unknown() {
      const own = [...document.querySelectorAll("*")].filter((one) => one.shadowRoot);
      return document.querySelectorAll("canvas, [draggable=true], object, embed").length + own.length;
    },

    /** All words that are shown, a space where a line ends; what is there and cannot be seen through does not count. */
    words(without = "") {
      const root = document.body ?? document.documentElement;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      const blocks = new Map();
      const blockOf = (one) => {
        if (!blocks.has(one)) blocks.set(one, one === root || !/^(inline|contents|ruby)$/.test(getComputedStyle(one).display) ? one : blockOf(one.parentElement));
        return blocks.get(one);
      };
      let [found, last] = ["", null];
      while (walker.nextNode()) {
        const { data, localName, parentElement: parent } = walker.currentNode;
        if (data === undefined) found += localName === "br" ? " " : "";
        else if (!data.trim()) found += " ";
        else if (!parent.closest(`script, style, template, noscript, select${without && `, ${without}`}`) && this.shown(parent)) {
          found += blockOf(parent) === last ? data : ` ${data}`;
          last = blockOf(parent);
        }
      }
      return found.replace(/\s+/g, " ").trim();
    },

    /** Headings of the first two levels that are shown, else the title. */
    heads() {
      const shown = (level) => [...document.querySelectorAll(level)].find((one) => this.shown(one))?.innerText;
      return [shown("h1") || document.title, shown("h2")].filter(Boolean);
    },

    /** How a screen is known again: the letters of its headings and words, without those of the parts around it. */
    mark() {
      const inner = this.words(AROUND);
      return `${this.heads()} ${inner.length < 20 ? this.words() : inner}`.replace(/[^\p{L}]+/gu, " ").trim();
    },
  };
})()
