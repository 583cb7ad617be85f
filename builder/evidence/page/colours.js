// What the proof asks of the colours of a page. Evaluated in it as one object of functions, beside `probes`.
({
  /** Edges of fields, and grounds of their own, too faint against what is behind them. */
  edges() {
    const faults = [];
    const clear = (colour) => /^rgba\(.*, 0\)$|transparent/.test(colour);
    // A list shows what it is by its words and its arrow.
    for (const field of document.querySelectorAll("input, textarea")) {
      if (!window.probes.shown(field) || field.disabled || /hidden|radio|checkbox|range|submit|button|file|color/.test(field.type)) continue;
      const style = getComputedStyle(field);
      const behind = window.probes.behind(field);
      const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none" && !clear(style[`border${side}Color`]));
      const ground = clear(style.backgroundColor) ? 1 : window.probes.contrast(style.backgroundColor, behind);
      const edge = Math.max(ground, ...this.rings(style).map((colour) => window.probes.contrast(this.onto(colour, behind), behind)), ...sides.map((side) => window.probes.contrast(style[`border${side}Color`], behind)));
      if (edge < 3) faults.push(`${window.probes.name(field)}: has an edge of contrast ${edge.toFixed(1)}`);
    }
    return faults;
  },

  /** The themes that a learner can choose on our pages, beside light and dark: the values of `data-theme` in their styles. */
  themes() {
    const rules = (list) => [...list].flatMap((rule) => [rule.selectorText ?? "", ...(rule.cssRules ? rules(rule.cssRules) : [])]);
    const sheets = [...document.styleSheets].map((sheet) => {
      try {
        return rules(sheet.cssRules).join();
      } catch {
        return ""; // of another host
      }
    });
    const named = [...sheets.join().matchAll(/(?::root|html)\[data-theme="?([\w-]+)"?\]/g)].map(([, name]) => name);
    return [...new Set(named)].filter((name) => name !== "light" && name !== "dark");
  },

  /** Show the page in a theme, and give the one before; without a name, in none. */
  wear(name) {
    const root = document.documentElement;
    const before = root.getAttribute("data-theme");
    if (name === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", name);
    return before;
  },

  /** Colours of shadows that are drawn as sharp as an edge. */
  rings({ boxShadow }) {
    const shadows = boxShadow === "none" ? [] : boxShadow.split(/,(?![^(]*\))/);
    const sizes = (shadow) => shadow.replace(/\(.*?\)/, "").match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
    const sharp = (shadow) => (([x, y, blur, spread]) => blur <= 1 && Math.abs(x) + Math.abs(y) + spread >= 1)(sizes(shadow));
    return shadows.filter(sharp).map((shadow) => shadow.match(/rgba?\(.*?\)/)?.[0] ?? "rgb(0, 0, 0)");
  },

  /** A colour through which another is seen, as it looks. */
  onto(colour, behind) {
    const [under, over] = [behind, colour].map((one) => one.match(/[\d.]+/g).map(Number));
    const seen = over[3] ?? 1;
    return `rgb(${[0, 1, 2].map((part) => over[part] * seen + under[part] * (1 - seen)).join(", ")})`;
  },
})
