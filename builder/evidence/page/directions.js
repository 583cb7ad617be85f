// Which way words run, and which way the page lets them run.
(() => {
  const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}\p{Script=Yezidi}\p{Script=Sogdian}]/u;
  const LETTER = /\p{L}/u;
  /** Signs that have no direction and belong to the words before them: at an edge they go to the wrong side. */
  const END = /[.,:;!?…]["'”’»)\]]*$/u;
  /** Elements whose words have an order of their own: a passage in one begins and ends with it. */
  const PASSAGE = "[lang], q, cite, blockquote";
  /** Words in a line of their own of which the order shows, whatever stands at their end. */
  const MANY = 3;
  /** What has a direction of its own, or none. */
  const NO_WORDS = "svg, math, input, textarea, select, video, audio, canvas";

  return {
    /** Each run of words that has a direction of its own: where it is, its direction, and its words. */
    runs() {
      const runs = new Map();
      for (const { node, parent } of window.probes.texts()) {
        if (parent.closest(NO_WORDS)) continue;
        for (const place of this.places(parent)) runs.set(place, (runs.get(place) ?? "") + node.data);
      }
      return runs;
    },

    /** The passage, if there is one, and the element that gives a text its direction. */
    places(parent) {
      const found = [];
      for (let here = parent; here; here = here.parentElement) {
        const { display, unicodeBidi } = getComputedStyle(here);
        if (unicodeBidi === "plaintext") return found;
        const alone = here.hasAttribute("dir") || here.matches("bdi, bdo") || !/^(inline|contents|ruby)/.test(display);
        if (alone || here.matches(PASSAGE)) found.push(here);
        if (alone || here === document.body) return found;
      }
      return found;
    },

    /** How many words are read from right to left, how many from left to right. */
    count(words) {
      let [right, left] = [0, 0];
      for (const word of words.split(/[\s\u200b-\u200f]+/u)) {
        const letter = [...word].find((one) => LETTER.test(one));
        if (letter && RIGHT_TO_LEFT.test(letter)) right += 1;
        else if (letter) left += 1;
      }
      return { right, left };
    },

    /** Passages that run the other way than the page lets them: most of their words, and enough that it shows. */
    wrong() {
      const faults = [];
      const known = [];
      for (const [place, text] of this.runs()) {
        const words = text.replace(/\s+/g, " ").trim();
        const { direction } = getComputedStyle(place);
        const { right, left } = this.count(words);
        const [own, other] = direction === "rtl" ? [right, left] : [left, right];
        // Words of one script look alike both ways, but for the sign at their end; many in a line of their own begin at the wrong edge.
        const many = other > MANY && !/^(inline|contents)$/.test(getComputedStyle(place).display);
        if (other <= own || !(many || END.test(words)) || known.some((one) => one.contains(place) || place.contains(one))) continue;
        known.push(place);
        faults.push({ place: window.structure.name(place), runs: direction === "rtl" ? "left to right" : "right to left", shown: direction === "rtl" ? "right to left" : "left to right" });
      }
      return faults;
    },
  };
})()
