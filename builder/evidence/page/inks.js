// Whether every word has enough contrast in the colours that the page has now, worked out from its styles.
(() => {
  const PICTURES = "img, video, canvas, svg, iframe, object, embed, audio, progress, meter";
  const WORDED = "input:not([type=hidden], [type=radio], [type=checkbox], [type=range], [type=color], [type=file], [type=image]), select, textarea";
  const PLAIN = { opacity: "1", filter: "none", backdropFilter: "none", mixBlendMode: "normal", maskImage: "none", textShadow: "none" };
  const ENOUGH = 7;
  const ENOUGH_FOR_LARGE = 4.5;
  /** What engines round, they may round down. */
  const SPARE = 0.05;

  return {
    /** Words that may be too pale, or whose ground styles alone do not tell; empty where all are dark enough for certain. */
    doubt() {
      scrollTo({ left: 0, top: 0, behavior: "instant" });
      const painted = this.painted();
      const fields = [...document.querySelectorAll(WORDED)].filter((one) => window.probes.shown(one)).map((one) => ({ parent: one, boxes: [one.getBoundingClientRect()] }));
      const odd = new Map();
      for (const { parent, boxes } of [...window.probes.texts(), ...fields]) {
        const why = this.isOdd(parent, odd) ? "is not drawn plainly" : boxes.map((box) => this.doubtOf(parent, box, painted)).find(Boolean);
        if (why) return `${window.probes.name(parent)} ${why}`;
      }
      const bare = [...document.querySelectorAll("a[href]")].find((one) => window.probes.shown(one) && this.isBare(one));
      return bare ? `${window.probes.name(bare)} is a link by its colour alone` : "";
    },

    /** Everything that has a colour or a picture of its own, with its boxes. */
    painted() {
      const found = [];
      for (const element of document.querySelectorAll("*")) {
        if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
        const style = getComputedStyle(element);
        if (this.paints(style) || element.matches(PICTURES)) found.push({ element, boxes: this.boxesOf(element), colours: this.colours(element, style) });
        for (const part of ["::before", "::after"]) {
          const added = getComputedStyle(element, part);
          if (added.content !== "none" && added.content !== "normal" && added.display !== "none" && this.paints(added)) found.push({ element: null, boxes: this.boxesOf(this.holder(element, added.position)), colours: null });
        }
      }
      return found;
    },

    paints({ backgroundColor, backgroundImage }) {
      return backgroundImage !== "none" || this.parts(backgroundColor)?.[3] !== 0;
    },

    /** Of a field that is ruled like paper, the paper. */
    colours(element, style) {
      const found = element.matches(PICTURES) ? null : this.ground(style);
      return found && element.matches(WORDED) ? found.slice(0, 1) : found;
    },

    /** The colours of a ground, those of its gradients last; nothing where it is a picture, or written in a way that is not known here. */
    ground({ backgroundColor, backgroundImage, backgroundClip }) {
      if (/text/.test(backgroundClip) || /url\(|image|element\(|oklch|oklab|lch\(|lab\(|hsl|hwb|color\((?!srgb )/.test(backgroundImage)) return null;
      const colours = [backgroundColor, ...(backgroundImage.match(/rgba?\([^)]*\)|color\([^)]*\)/g) ?? [])].map((colour) => this.parts(colour));
      return colours.every(Boolean) ? colours : null;
    },

    /** The root's own ground is that of the whole page. */
    boxesOf(element) {
      if (element === document.documentElement || element === document.body) return [{ left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }];
      return [...element.getClientRects()];
    },

    /** The element whose box holds a part that a style sheet adds. */
    holder(element, position) {
      if (position === "fixed") return document.documentElement;
      if (position !== "absolute") return element;
      for (let here = element; here; here = here.parentElement) if (getComputedStyle(here).position !== "static") return here;
      return document.documentElement;
    },

    /** Red, green, blue and how much of it covers; nothing where it is written in another way. */
    parts(colour) {
      const numbers = colour.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
      if (/^rgba?\(/.test(colour)) return [...numbers.slice(0, 3), numbers[3] ?? 1];
      return /^color\(srgb /.test(colour) ? [...numbers.slice(0, 3).map((part) => 255 * part), numbers[3] ?? 1] : null;
    },

    /** Whether an element or one around it is seen through, filtered, or drawn in another way than by its colour. */
    isOdd(element, known) {
      if (!element) return false;
      if (!known.has(element)) {
        const style = getComputedStyle(element);
        const plain = Object.entries(PLAIN).every(([name, value]) => style[name] === value) && style.webkitTextFillColor === style.color;
        known.set(element, !plain || this.isOdd(element.parentElement, known));
      }
      return known.get(element);
    },

    doubtOf(parent, box, painted) {
      let under = null;
      for (const { element, boxes, colours } of painted) {
        const meets = boxes.filter((one) => one.left < box.right - 1 && one.right > box.left + 1 && one.top < box.bottom - 1 && one.bottom > box.top + 1);
        if (!meets.length) continue;
        if (!colours || !element?.contains(parent)) return "lies on something";
        if (!meets.some((one) => one.left <= box.left + 1 && one.right >= box.right - 1 && one.top <= box.top + 1 && one.bottom >= box.bottom - 1)) return "lies half on something";
        under = this.laid(colours, under); // those around it come first in the document
      }
      const style = getComputedStyle(parent);
      const ink = this.parts(style.color);
      if (!ink || !under || under[0][3] < 1) return "has a ground that is not told";
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.67 && Number(style.fontWeight) >= 700);
      const ratio = this.least(ink, under);
      return ratio < (large ? ENOUGH_FOR_LARGE : ENOUGH) + SPARE ? `has a contrast of ${ratio.toFixed(2)}` : "";
    },

    /** The darkest and the lightest that a ground can be, with these colours laid on what was there. */
    laid([plain, ...stops], under) {
      const ground = (under ?? [plain, plain]).map((one) => this.over(plain, one));
      const all = [...ground, ...stops.flatMap((stop) => ground.map((one) => this.over(stop, one)))];
      return [Math.min, Math.max].map((most) => [0, 1, 2, 3].map((part) => most(...all.map((one) => one[part]))));
    },

    /** The least contrast that an ink can have with a ground; none where it may be lighter here and darker there. */
    least(ink, under) {
      const inks = under.map((one) => this.over(ink, one));
      const lighter = under.map((ground, place) => window.probes.light(this.written(inks[place])) > window.probes.light(this.written(ground)));
      if (lighter[0] !== lighter[1]) return 1;
      return Math.min(...under.map((ground, place) => window.probes.contrast(this.written(inks[place]), this.written(ground))));
    },

    /** A colour laid on another. */
    over(colour, under) {
      if (colour[3] === 1) return colour;
      return [...[0, 1, 2].map((part) => colour[part] * colour[3] + under[part] * (1 - colour[3])), Math.max(colour[3], under[3])];
    },

    written([red, green, blue]) {
      return `rgb(${red}, ${green}, ${blue})`;
    },

    /** Whether a link in running words differs from them by nothing but its colour. */
    isBare(link) {
      const style = getComputedStyle(link);
      const drawn = style.textDecorationLine.includes("underline") || (style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) > 0);
      return style.display === "inline" && !drawn && [...link.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.data));
    },
  };
})()
