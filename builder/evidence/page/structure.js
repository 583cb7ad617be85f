// What the proof asks of a page's structure. Evaluated in it as one object of functions, beside `probes`.
({
  shown(element) {
    return element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
  },

  name(element) {
    return window.probes.name(element);
  },

  /** Each heading that is shown: its level and words. */
  headings() {
    const all = document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]");
    return [...all]
      .filter((heading) => this.shown(heading))
      .map((heading) => ({ level: Number(heading.getAttribute("aria-level") ?? heading.localName[1] ?? 2), words: this.words(heading) }));
  },

  words(element) {
    return (element.innerText ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  },

  /** The landmarks that are shown, by role; names of those of which there are several. */
  landmarks() {
    const roles = { main: "main, [role=main]", navigation: "nav, [role=navigation]", search: "search, [role=search]" };
    const named = (element) => {
      const labels = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "");
      return (element.getAttribute("aria-label") ?? labels.join(" ")).trim();
    };
    return Object.entries(roles).flatMap(([role, selector]) =>
      [...document.querySelectorAll(selector)].filter((element) => this.shown(element)).map((element) => ({ role, name: named(element) })),
    );
  },

  /** Runs of text that are shown, with the language that they are marked in. */
  texts() {
    const blocks = new Map();
    for (const { node, parent } of window.probes.texts()) {
      const block = parent.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, label, legend, summary, figcaption, blockquote, button, a") ?? parent;
      const language = parent.closest("[lang]")?.getAttribute("lang") ?? "";
      const known = blocks.get(block) ?? new Map();
      known.set(language, `${known.get(language) ?? ""} ${node.data}`.replace(/\s+/g, " ").trim());
      blocks.set(block, known);
    }
    return [...blocks].flatMap(([block, known]) => [...known].map(([language, words]) => ({ place: this.name(block), language, words })));
  },

  /** Every language that anything on the page is marked in. */
  languages() {
    return [...document.querySelectorAll("[lang]")].map((element) => ({ place: this.name(element), language: element.getAttribute("lang") }));
  },

  /** What a learner who forces her own colours does not see as something to press or fill in. */
  forced() {
    const faults = [];
    for (const control of document.querySelectorAll("button, input, select, textarea, [role=button]")) {
      if (!this.shown(control) || window.probes.unseen(control) || /hidden|radio|checkbox|range|file|color/.test(control.type ?? "")) continue;
      const style = getComputedStyle(control);
      const bordered = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none";
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const worded = this.words(control) !== "" || control.querySelector("svg, img");
      if (!bordered && !outlined && !worded) faults.push(`${this.name(control)} has neither an edge nor words`);
    }
    for (const { parent } of window.probes.texts()) {
      const style = getComputedStyle(parent);
      if (style.forcedColorAdjust !== "none") continue;
      if (window.probes.contrast(style.color, window.probes.behind(parent)) < 4.5) faults.push(`${this.name(parent)} keeps colours of its own that cannot be read`);
    }
    return faults;
  },

  /** How much of the window is under layers that stay in place while the page scrolls. */
  covered() {
    const [columns, rows] = [8, innerHeight / 2];
    let under = 0;
    for (let column = 0; column < columns; column += 1) {
      for (let row = 0; row < rows; row += 1) {
        let here = document.elementFromPoint(((column + 0.5) * innerWidth) / columns, 2 * row + 1);
        while (here && here !== document.body && !/fixed|sticky/.test(getComputedStyle(here).position)) here = here.parentElement;
        if (here && here !== document.body && here !== document.documentElement && here.getBoundingClientRect().height < document.documentElement.scrollHeight) under += 1;
      }
    }
    return under / (columns * rows);
  },

  /** What is pressed and is too small: under 24 px, or under 44 px for what is no link in running text. */
  targets() {
    const plain = this.plainSizes();
    const PRESSED = "a, button, input, select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=option]";
    const DRAWN = 1 / 32; // browsers round to the 64th of a pixel, on both edges
    const all = [...new Set([...window.probes.stops(), ...document.querySelectorAll("input")])].filter((element) => window.probes.shown(element) && element.matches(PRESSED));
    const boxes = all.map((element) => ({ element, box: this.boxOf(element) }));
    const faults = [];
    for (const { element, box } of boxes) {
      const inline = element.localName === "a" && getComputedStyle(element).display.startsWith("inline") && !element.querySelector("img, svg");
      const tiny = (box.width < 24 - DRAWN || box.height < 24 - DRAWN) && !this.roomy(box, element, boxes);
      const least = tiny ? 24 : 44;
      if ((box.width >= 44 - DRAWN && box.height >= 44 - DRAWN) || (element.localName === "a" && least === 44)) continue;
      if ((inline && window.probes.alone(element, boxes)) || plain(element)) continue;
      faults.push({ place: this.name(element), least, width: Math.round(box.width), height: Math.round(box.height) });
    }
    plain.end();
    return faults;
  },

  /** Whether a control has the size that the browser gives it, which no author has changed (WCAG 2.5.5 and 2.5.8, user agent control). */
  plainSizes() {
    let room = null;
    const plain = (element) => {
      if (!element.matches("button, input, select, textarea")) return false;
      room ??= document.body.appendChild(Object.assign(document.createElement("iframe"), { style: "position:absolute;visibility:hidden", title: "" }));
      const inside = room.contentDocument;
      if (inside.compatMode === "BackCompat") {
        inside.open();
        inside.write("<!DOCTYPE html><body>");
        inside.close();
      }
      const twin = inside.body.appendChild(inside.importNode(element, true));
      twin.removeAttribute("style");
      const [own, given] = [twin.getBoundingClientRect(), element.getBoundingClientRect()];
      const same = Math.abs(own.width - given.width) < 1 && Math.abs(own.height - given.height) < 1;
      twin.remove();
      return same;
    };
    return Object.assign(plain, { end: () => room?.remove() });
  },

  boxOf(element) {
    if (element.localName === "input" && /radio|checkbox/.test(element.type) && element.labels?.length) return window.probes.row(element);
    return element.getBoundingClientRect();
  },

  /** Whether a circle of 24 px around its middle touches no other target (WCAG 2.5.8, spacing). */
  roomy(box, element, boxes) {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    return boxes.every(({ element: other, box: there }) => other === element || Math.hypot(Math.max(there.left - x, 0, x - there.right), Math.max(there.top - y, 0, y - there.bottom)) >= 12);
  },

  /** Animations that run, and pictures that move. */
  running() {
    const found = document.getAnimations().filter((one) => one.playState === "running" && one.effect?.target?.checkVisibility());
    const told = found.map((one) => {
      const { duration, iterations } = one.effect.getComputedTiming();
      const endless = iterations === Infinity && Number(duration) > 0;
      return { place: this.name(one.effect.target), endless, length: Number(duration) * (endless ? 1 : iterations) };
    });
    const moved = told.filter(({ endless, length }) => endless || length > 200).map(({ place, endless, length }) => `${place} moves ${endless ? "without end" : `for ${Math.round(length)} ms`}`);
    const old = [...document.querySelectorAll("marquee, blink")].filter((one) => this.shown(one)).map((one) => `${this.name(one)} moves without end`);
    const films = [...document.querySelectorAll("video, audio")].filter((one) => !one.paused && one.autoplay).map((one) => `${this.name(one)} plays by itself, without end`);
    return [...moved, ...old, ...films];
  },

  /** Films and recordings that are there: whether they play by themselves, and what text they bring. */
  media() {
    return [...document.querySelectorAll("video, audio")].filter((one) => this.shown(one)).map((one) => ({
      place: this.name(one),
      film: one.localName === "video",
      autoplay: one.autoplay,
      controls: one.controls || Boolean(one.closest("figure, section, div")?.querySelector("button")),
      captions: [...one.querySelectorAll("track")].filter((track) => /captions|subtitles/.test(track.kind)).map((track) => ({ state: track.readyState, cues: Number(track.getAttribute("data-cues") ?? track.track.cues?.length ?? 0), language: track.srclang })),
      described: Boolean(one.querySelector("track[kind=descriptions]") ?? one.closest("figure, section")?.querySelector("[data-film-described], [data-film-spoken], .film__undescribed")),
      transcript: this.hasTranscript(one.closest("figure, section, main, body") ?? document.body),
    }));
  },

  /** Whether there is a transcript beside a film: on our pages by its mark in whatever language, on others by what it is called. */
  hasTranscript(beside) {
    const called = /transcri(?:p|[çc]|zi)|transkri|trawsgrif|afskrift|стенограм|транскри|расшифров|النص المكتوب|تفريغ|نص الفيديو|متن کامل|תמליל|逐字|文字[稿記]|書き起こし|대본|녹취/i;
    return Boolean(beside.querySelector("[data-film-transcript]")) || (!document.querySelector("[data-film]") && called.test(beside.textContent ?? ""));
  },

  /** Loads the cues of every captions track: a browser reads them when they are shown. */
  async readTracks() {
    const tracks = [...document.querySelectorAll("video track, audio track")].filter((track) => this.shown(track.parentElement) && /captions|subtitles/.test(track.kind));
    const modes = tracks.map((track) => track.track.mode);
    const read = (track) => (track.readyState >= 2 ? 0 : new Promise((done) => ["load", "error"].forEach((event) => track.addEventListener(event, done, { once: true }))));
    tracks.forEach((track) => (track.track.mode = track.track.mode === "disabled" ? "hidden" : track.track.mode));
    const late = (done) => (window.ownTime?.later ?? setTimeout)(done, 20_000);
    await Promise.race([Promise.all(tracks.map(read)), new Promise(late)]);
    const counts = tracks.map((track) => track.track.cues?.length ?? 0);
    tracks.forEach((track, place) => ((track.track.mode = modes[place]), track.setAttribute("data-cues", counts[place])));
  },

  /** What there is on the page that some criteria are about: `film`, `recording`, `picture`, `drawing`, `field`, `link`, `table`. */
  kinds() {
    const kinds = { film: "video, iframe[data-film-frame]", recording: "audio", picture: "img, svg[role=img]", drawing: "svg, canvas, object, embed", field: "input, select, textarea", link: "a[href]", table: "table", frame: "iframe" };
    return Object.keys(kinds).filter((kind) => [...document.querySelectorAll(kinds[kind])].some((one) => this.shown(one)));
  },

  /** Pictures that are shown: their alternative, and the name of their file. */
  pictures() {
    return [...document.querySelectorAll("img")].filter((one) => this.shown(one)).map((one) => ({
      place: this.name(one),
      alternative: one.getAttribute("alt"),
      hidden: Boolean(one.closest("[aria-hidden=true], [role=presentation], [role=none]")),
      file: (one.currentSrc || one.src).split(/[/?#]/).filter(Boolean).pop() ?? "",
    }));
  },

  /** Links that are shown: words and target. */
  links() {
    return [...document.querySelectorAll("a[href]")].filter((one) => this.shown(one)).map((one) => ({
      words: this.words(one) || one.getAttribute("aria-label") || one.querySelector("img")?.alt || "",
      target: one.href,
      place: this.name(one),
    }));
  },

  /** What is set as a single key: the page's own attribute for it, which some hands press by mistake. */
  keys() {
    return [...document.querySelectorAll("[accesskey]")].filter((one) => this.shown(one)).map((one) => this.name(one));
  },

  /** Every word that is shown, in order; details are opened for it and closed again. */
  allWords(root = document.body) {
    const shut = [...root.querySelectorAll("details:not([open])")];
    shut.forEach((one) => (one.open = true));
    const words = (root.innerText ?? "").replace(/\s+/g, " ").trim();
    shut.forEach((one) => (one.open = false));
    return words;
  },

  /** The same of the main part: menus around it may stay when it goes. */
  mainWords() {
    const root = document.querySelector("main, [role=main]") ?? document.body;
    return this.shown(root) ? this.allWords(root) : "";
  },

  /** The same in passages: one for each paragraph, heading, entry and cell of the main part. */
  passages() {
    const main = document.querySelector("main, [role=main]") ?? document.body;
    const shut = [...main.querySelectorAll("details:not([open])")];
    shut.forEach((one) => (one.open = true));
    const found = [...main.querySelectorAll("p, li, td, th, h1, h2, h3, h4, dt, dd, legend, figcaption, blockquote")]
      .filter((one) => this.shown(one) && !one.querySelector("p, li, h2, h3") && !one.closest("[data-js-only], [data-feedback], [data-progress], [data-todo], [data-saved], [data-record], [data-film-settings], [data-film-bar], [data-film-tools], [data-film-point], [hidden]") && !one.querySelector("button, select, input, [data-js-only], [data-progress]"))
      // What is a link and nothing else leads somewhere: there is nothing in it to read.
      .filter((one) => this.words(one) !== this.words(one.querySelector("a") ?? document.createElement("a")))
      .map((one) => this.words(one))
      .filter((words) => words.length > 12);
    shut.forEach((one) => (one.open = false));
    return [...new Set(found)];
  },

  /** One stop of each look among those that `probes.number` has numbered. */
  kindsOfStops() {
    const known = new Map();
    for (const element of document.querySelectorAll("[data-stop]")) {
      if (!window.probes.shown(element) || element.localName === "video" || element.localName === "audio") continue;
      const { color, backgroundColor, borderTopColor, display, fontSize } = getComputedStyle(element);
      const look = [element.localName, element.type, element.className, color, backgroundColor, borderTopColor, display, fontSize].join();
      if (!known.has(look)) known.set(look, element.dataset.stop);
    }
    return [...known.values()];
  },

  stopOf(stop) {
    return document.querySelector(`[data-stop="${stop}"]`);
  },

  nameOfStop(stop) {
    return this.name(this.stopOf(stop));
  },

  /** Brings a stop into the middle of the window, takes the focus off it, and gives the part of the window around it. */
  aim(stop) {
    const element = this.stopOf(stop);
    if (!element?.checkVisibility()) return null;
    document.activeElement?.blur();
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const inner = element.getBoundingClientRect();
    // A box may be drawn by its label, which need not be around it.
    const label = element.matches("[type=radio], [type=checkbox]") ? element.labels?.[0]?.getBoundingClientRect() : null;
    const boxes = label?.width ? [inner, label] : [inner];
    const edge = 8;
    const [x, y] = ["left", "top"].map((side) => Math.max(0, Math.min(...boxes.map((box) => box[side])) - edge));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])) + edge);
    const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y];
    if (width < 2 || height < 2) return null;
    return { x, y, width, height, inner_width: Math.min(inner.width, width), inner_height: Math.min(inner.height, height) };
  },

  focusOn(stop) {
    this.stopOf(stop).focus({ focusVisible: true, preventScroll: true });
  },

  /** Where the focus is: a short name, and whether it is on anything at all. */
  focused() {
    const here = document.activeElement;
    const lost = !here || here === document.body || here === document.documentElement || !here.checkVisibility();
    return { lost, name: lost ? "nothing" : this.name(here), heading: /^h[1-6]$/.test(here?.localName ?? "") || here?.localName === "main" };
  },
})
