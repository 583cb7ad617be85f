// How a package of any tool is walked: by roles and by names that people use for the way on.
(() => {
  const ONWARD = /^(next|continue|start|begin|forward|resume|launch|enter|go on|get started|start (the )?(course|lesson|module|quiz|test|assessment|now)|next (page|slide|section|lesson|question)|weiter|suivant|siguiente|avanti|volgende|nesaf)\b/i;
  const CHECK = /^(check|submit|confirm|answer|save|done|finish|show (result|feedback)|see (result|score))/i;
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

    reachable(element) {
      return element.tabIndex >= 0 && !element.closest("[inert]");
    },

    /** Numbers what can be pressed, so that it can be found again; gives the way on, buttons that check, and links. */
    ways() {
      for (const old of document.querySelectorAll("[data-way]")) old.removeAttribute("data-way");
      const all = this.pressed();
      all.forEach((one, place) => (one.dataset.way = String(place)));
      const said = all.map((one) => ({ way: one.dataset.way, words: this.called(one), reachable: this.reachable(one), link: one.matches("a[href]"), target: one.href ?? "" }));
      return {
        onward: said.filter(({ words }) => ONWARD.test(words) && !AWAY.test(words)),
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

    fields() {
      return [...document.querySelectorAll("input, select, textarea")].filter((one) => !/^(hidden|button|submit|reset|image|search)$/.test(one.type) && !one.disabled && !one.readOnly && (this.shown(one) || one.labels?.[0]?.checkVisibility()));
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

    /** What looks like a question and is none that can be answered here. */
    unknown() {
      return document.querySelectorAll("canvas, [draggable=true], object, embed").length;
    },

    words() {
      return (document.body?.innerText ?? "").replace(/\s+/g, " ").trim();
    },
  };
})()
