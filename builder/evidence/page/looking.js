// What the proof, and the tests of accessibility, ask of a page. Evaluated in it as one object of functions.
({
  /** Elements that a learner can meet now: not hidden, not for screen readers alone. */
  shown(element) {
    return element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !this.unseen(element);
  },

  /** Whether an element or one around it is for screen readers alone; `known` spares looking at the same parents again. */
  unseen(element, known = new Map()) {
    if (!element) return false;
    if (!known.has(element)) known.set(element, this.hiddenFromSight(element) || this.unseen(element.parentElement, known));
    return known.get(element);
  },

  /** The ways in which pages keep words for screen readers alone: clipped away, a pixel in size, or left of the page. */
  hiddenFromSight(element) {
    const { clipPath, clip, position, overflow } = getComputedStyle(element);
    if (clipPath === "inset(50%)" || clipPath === "inset(100%)") return true;
    if (position !== "absolute" && position !== "fixed") return false;
    if (/^rect\((0|1)px, (0|1)px, (0|1)px, (0|1)px\)$/.test(clip)) return true;
    const box = element.getBoundingClientRect();
    if (overflow === "hidden" && box.width <= 1 && box.height <= 1) return true;
    // What stays beside the window while the page scrolls is a drawer that is shut.
    return box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || (position === "fixed" && box.left >= document.documentElement.clientWidth);
  },

  name(element) {
    const words = (element.textContent || element.getAttribute("aria-label") || element.id).replace(/\s+/g, " ").trim();
    const class_ = element.className && typeof element.className === "string" ? "." + element.className.split(" ")[0] : "";
    return `${element.localName}${class_} "${words.slice(0, 40)}"`;
  },

  /** Every place where Tab should stop, in the order of the page; of radio buttons one for each group. */
  stops() {
    const groups = new Set();
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, video[controls], audio[controls], [contenteditable=true], [tabindex]:not([tabindex^='-'])");
    return [...all].filter((element) => {
      if (!element.checkVisibility({ checkVisibilityCSS: true }) || element.matches(":disabled") || element.closest("[inert]") || element.tabIndex < 0) return false;
      if (element.type !== "radio") return true;
      if (groups.has(element.name)) return false;
      const group = [...document.getElementsByName(element.name)];
      if (group.some((other) => other.checked) && !element.checked) return false;
      groups.add(element.name);
      return true;
    });
  },

  /** Numbers the stops, so that a walk can say where it is. */
  number() {
    for (const old of document.querySelectorAll("[data-stop]")) old.removeAttribute("data-stop");
    return this.stops().map((element, place) => {
      element.dataset.stop = String(place);
      return this.name(element);
    });
  },

  /** Where the focus is, and whether a sighted learner can see that it is there. */
  focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return { stop: -1, name: "nothing", faults: [] };
    const faults = [];
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!drawn && element.localName !== "video") faults.push("no outline");
    if (drawn) {
      const ratio = this.contrast(style.outlineColor, this.behind(element));
      if (ratio < 3) faults.push(`outline of contrast ${ratio.toFixed(1)}`);
    }
    if (box.width < 8 || box.height < 8) faults.push(`only ${box.width} x ${box.height} px`);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push("off the screen");
    else faults.push(...this.covered(element, box));
    return { stop: Number(element.dataset.stop ?? -2), name: this.name(element), faults };
  },

  /** What lies over a control: where it begins, and whether that is over all of it. What stands in its label is its own look. */
  covered(element, box) {
    if (this.unseen(element)) return [];
    const labels = [...(element.labels ?? [])];
    const over = (x, y) => {
      const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), Math.min(Math.max(y, 1), innerHeight - 1));
      const own = top && (top === element || element.contains(top) || top.contains(element) || labels.some((label) => label.contains(top)));
      return own ? "" : `covered by ${top ? this.name(top) : "nothing"}`;
    };
    const first = over(box.left + Math.min(box.width, 20) / 2, box.top + box.height / 2);
    if (!first) return [];
    const parts = [0.05, 0.5, 0.95];
    const whole = parts.every((right) => parts.every((down) => over(box.left + box.width * right, box.top + box.height * down)));
    return [whole ? first : `partly ${first}`];
  },

  behind(element) {
    for (let here = element.parentElement; here; here = here.parentElement) {
      const colour = getComputedStyle(here).backgroundColor;
      if (!/^rgba.*, 0\)$|transparent/.test(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
  },

  /** Relative luminance of a colour (WCAG 2.2). */
  light(colour) {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map(Number).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },

  contrast(one, other) {
    const [low, high] = [this.light(one), this.light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },

  /** Every run of text that is shown, with its boxes, one for each line. */
  texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    const unseen = new Map();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || !parent.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
      if (parent.closest("script, style, template, video, option") || this.unseen(parent, unseen)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
      if (boxes.length) found.push({ node, parent, boxes });
    }
    return found;
  },

  scrolls(element) {
    return /auto|scroll/.test(getComputedStyle(element).overflowX);
  },

  /** Words that lie outside the page or outside a box that cuts them off, and pages that scroll sideways. */
  clipped() {
    const root = document.documentElement;
    const faults = [];
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
    const frames = new Map();
    for (const { parent, boxes } of this.texts()) {
      const { scrolled, cutting, moved } = this.around(parent, frames);
      if (cutting.some((frame) => frame.shut || this.isBeside(moved, frame))) continue;
      for (const frame of cutting) {
        if (boxes.some((box) => (frame.across && (box.right > frame.right + 1 || box.left < frame.left - 1)) || (frame.down && box.bottom > frame.bottom + 4))) {
          faults.push(`cut off: ${this.name(parent)}`);
        }
      }
      if (!scrolled && boxes.some((box) => box.right > root.clientWidth + 1 || box.left < -1)) faults.push(`outside: ${this.name(parent)}`);
    }
    for (const box of document.querySelectorAll("button, select, .button")) {
      if (this.shown(box) && box.scrollWidth > box.clientWidth + 1) faults.push(`too narrow: ${this.name(box)}`);
    }
    return faults;
  },

  /**
   * Whether something around an element scrolls sideways; the frames that cut off what is outside them, and in which direction; the
   * box of what is moved within the last of them; the layer that stays in place while the page scrolls; and the part of the window in which words of a list that scrolls by itself are seen.
   */
  around(element, known) {
    if (!element || element === document.body) return { scrolled: false, cutting: [], moved: null, layer: null, top: -Infinity, bottom: Infinity };
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      // What is taken out of the flow is cut off by what it is placed in, not by all that is around it.
      const placed = /absolute|fixed/.test(style.position);
      let { scrolled, cutting, moved, layer, top, bottom } = this.around(placed ? element.offsetParent : element.parentElement, known);
      if (style.position === "fixed") layer = element;
      const box = element.getBoundingClientRect();
      const across = /hidden|clip/.test(style.overflowX);
      // A list in a drawer that the style sheet keeps open scrolls in a box that has no element.
      const within = /auto|scroll/.test(getComputedStyle(element, "::details-content").overflowY) && element.localName === "details";
      const down = /hidden|clip/.test(style.overflowY) && !within;
      if (style.transform !== "none" || style.translate !== "none") moved = box;
      if (this.scrolls(element)) scrolled = true;
      else if (across || down) cutting = [...cutting, { left: box.left, right: box.right, bottom: box.bottom, across, down, shut: this.isShut(box, across, down) }];
      if (within || /auto|scroll/.test(style.overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      known.set(element, { scrolled, cutting, moved, layer, top, bottom });
    }
    return known.get(element);
  },

  /** Whether a box that cuts off is a panel that is shut: nothing of it is seen. */
  isShut(box, across, down) {
    const root = document.documentElement;
    return (across && (box.width < 2 || box.right <= 1 || box.left >= root.clientWidth - 1)) || (down && box.height < 2);
  },

  /** Whether a panel was moved out of the box that cuts it off, to its side: a drawer or a slide whose turn it is not. */
  isBeside(moved, { left, right, across }) {
    return Boolean(across && moved && (moved.right <= left + 1 || moved.left >= right - 1));
  },

  /** The part of a line of words that is seen where a list scrolls by itself. */
  inSight(box, { top, bottom }) {
    return { left: box.left, right: box.right, top: Math.max(box.top, top), bottom: Math.min(box.bottom, bottom), height: box.height };
  },

  /**
   * Words that lie on other words. Line boxes are higher than letters, so a part of their height does not count. From top to
   * bottom, each is compared with those below it that begin before it ends.
   */
  overlaps() {
    // The line of the contents lies over what is scrolled below it.
    scrollTo(0, 0);
    const frames = new Map();
    const all = this.texts().flatMap(({ parent, node, boxes }) => {
      const frame = this.around(parent, frames);
      return boxes.map((box) => ({ parent, node, layer: frame.layer, box: this.inSight(box, frame) })).filter(({ box }) => box.bottom > box.top);
    });
    all.sort((one, other) => one.box.top - other.box.top);
    const faults = [];
    for (const [place, one] of all.entries()) {
      for (let next = place + 1; next < all.length && all[next].box.top < one.box.bottom; next += 1) {
        const other = all[next];
        if (one.node === other.node || this.hides(one.layer, other.parent) || this.hides(other.layer, one.parent)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const slack = 0.3 * Math.min(one.box.height, other.box.height);
        if (width > 2 && height > slack) faults.push(`${this.name(one.parent)} on ${this.name(other.parent)}`);
      }
    }
    return faults;
  },

  /**
   * Controls that are hard to hit: under 24 px, or under 44 px for buttons and rows of options. Links in running text
   * are let off when nothing else to press lies within 12 px of their middle (WCAG 2.5.8, spacing).
   */
  small() {
    const faults = [];
    const targets = [...new Set([...this.stops(), ...document.querySelectorAll("input")])]
      .filter((element) => this.shown(element) && element.localName !== "video")
      .map((element) => ({ element, box: element.matches("input") ? this.row(element) : element.getBoundingClientRect() }));
    for (const { element, box } of targets) {
      const least = element.matches("button, summary, select, textarea, input, .button") ? 44 : 24;
      if (box.height >= least - 0.5 && box.width >= least - 0.5) continue;
      if (element.localName === "a" && getComputedStyle(element).display === "inline" && this.alone(element, targets)) continue;
      faults.push(`${this.name(element)}: ${Math.round(box.width)} x ${Math.round(box.height)} px`);
    }
    return [...new Set(faults)];
  },

  /** Whether a layer that stays in place hides words of the page below it, instead of lying on them. */
  hides(layer, element) {
    return Boolean(layer && !layer.contains(element) && !/^rgba.*, 0\)$|transparent/.test(getComputedStyle(layer).backgroundColor));
  },

  alone(element, targets) {
    return [...element.getClientRects()].every((line) => {
      const x = line.left + line.width / 2;
      const y = line.top + line.height / 2;
      return targets.every(({ element: other }) => {
        if (other === element || element.contains(other)) return true;
        // Line by line: the box around a link on two lines takes in all that stands between its parts.
        return [...other.getClientRects()].every((box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) >= 12);
      });
    });
  },

  /**
   * The part of the page that chooses an option: from its own middle, as far to each side as a press still meets it or its
   * label, up to the 44 px that are asked for.
   */
  row(input) {
    input.scrollIntoView({ block: "center" });
    const box = input.getBoundingClientRect();
    const label = input.labels?.[0];
    const hits = (x, y) => {
      const top = document.elementFromPoint(x, y);
      return top === input || Boolean(label?.contains(top));
    };
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const reach = (right, down) => {
      let steps = 0;
      while (steps < 44 && hits(x + (steps + 1) * right, y + (steps + 1) * down)) steps += 1;
      return steps;
    };
    return { width: reach(-1, 0) + reach(1, 0) + 1, height: reach(0, -1) + reach(0, 1) + 1 };
  },

  /** What moves for longer than 200 ms, or at all when the learner asked for no motion. */
  moving(most) {
    const faults = [];
    const milliseconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
    for (const element of document.querySelectorAll("*")) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        for (const kind of ["transition", "animation"]) {
          const time = milliseconds(style[`${kind}Duration`]) + milliseconds(style[`${kind}Delay`]);
          if (time > most && (kind === "transition" || style.animationName !== "none")) faults.push(`${this.name(element)} ${kind} ${time} ms`);
        }
      }
      if (getComputedStyle(element).scrollBehavior === "smooth") faults.push(`${this.name(element)} scrolls smoothly`);
    }
    return [...new Set(faults)];
  },
})
