import { quote } from "../../runtime/page/strings.js";
import { noteOf } from "../../runtime/question/note.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const scene = { open, choices: () => null, told };

/**
 * A story: one scene at a time. A way through it is kept as one number, and holds only while each choice leads where it did.
 * @param {HTMLElement} element
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(element, bench) {
  const { learning, device } = bench;
  const { item = "", shape = "" } = element.dataset;
  const story = storyOf(element);
  const [back, again] = /** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll("[data-turn]"));
  /** Which choice was made in each scene on the way. @type {number[]} */
  let steps = [];
  let since = bench.clock.ticks();

  const show = () => {
    const now = story.way(steps).at(-1) ?? story.scenes[0];
    for (const one of story.scenes) one.toggleAttribute("data-now", one === now);
    if (back) back.hidden = steps.length === 0;
    if (again) again.hidden = story.targets(now).length > 0;
    element.dataset["state"] = learning.recordOf(item).state;
    return /** @type {HTMLElement | null} */ (now?.querySelector("h2"));
  };
  /** @param {number[]} next */
  const go = (next) => {
    steps = next;
    const way = story.way(steps);
    const kept = [story.codeOf(steps), shape];
    if (device.looking) {
      // What is only looked at is not kept.
    } else if (story.targets(way.at(-1)).length > 0) {
      learning.draft(item, kept);
    } else {
      const ids = (/** @type {readonly HTMLElement[]} */ scenes) => scenes.map((one) => one.dataset["scene"] ?? "");
      const note = noteOf(element, bench, { choices: ids(story.scenes), response: ids(way), correct: [] }, false, since);
      since = bench.clock.ticks();
      learning.check(note, "answered", kept);
    }
    // The heading of the new scene is what is heard, once.
    show()?.focus();
  };
  element.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("[data-decisions] a");
    const choice = link ? story.links(story.way(steps).at(-1)).indexOf(link) : -1;
    if (choice < 0) return;
    event.preventDefault();
    const way = story.way(steps);
    const target = story.targets(way.at(-1))[choice];
    const before = target ? way.indexOf(target) : -1;
    go(before < 0 ? [...steps, choice] : steps.slice(0, before));
  });
  back?.addEventListener("click", () => go(steps.slice(0, -1)));
  again?.addEventListener("click", () => go([]));

  const restore = () => {
    const { response, draft } = learning.recordOf(item);
    const [code = "", kept] = draft ?? response;
    steps = kept === shape ? story.stepsOf(code) : [];
    show();
  };
  restore();
  return restore;
}

/** @param {HTMLElement} element */
function storyOf(element) {
  const scenes = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-scene]")]);
  const links = (/** @type {HTMLElement | undefined} */ one) => /** @type {Element[]} */ ([...(one?.querySelectorAll("[data-decisions] a") ?? [])]);
  const targets = (/** @type {HTMLElement | undefined} */ one) =>
    links(one).map((link) => scenes.find(({ dataset }) => `#${dataset["scene"]}` === link.getAttribute("href")));
  /** @type {(steps: readonly number[]) => HTMLElement[]} scenes on the way, from the first on */
  const way = (steps) => steps.reduce((met, step) => [...met, targets(met.at(-1))[step] ?? []].flat(), scenes.slice(0, 1));
  return {
    scenes,
    links,
    targets,
    way,
    /** @type {(steps: readonly number[]) => string} one number: of each scene the choice, counted from 1, and 0 where she stands */
    codeOf: (steps) => steps.reduceRight((code, step, at) => code * (targets(way(steps)[at]).length + 1) + step + 1, 0).toString(36),
    /** @type {(code: string) => number[]} */
    stepsOf(code) {
      /** @type {number[]} */
      const steps = [];
      for (let left = parseInt(code, 36) || 0; ; ) {
        const size = targets(way(steps).at(-1)).length + 1;
        const step = left % size;
        if (step === 0) return steps;
        steps.push(step - 1);
        left = (left - step) / size;
      }
    },
  };
}

/**
 * @param {HTMLElement} element
 * @param {readonly string[]} response
 * @returns {import("../../runtime/page/strings.js").Sentence} the scenes on her way; none when the story has changed since
 */
function told(element, [code = "", shape]) {
  if (shape !== element.dataset["shape"]) return [];
  const story = storyOf(element);
  const titles = story.way(story.stepsOf(code)).map((one) => quote(one.querySelector("h2")));
  return titles.flatMap((title, at) => (at > 0 ? [" › ", ...[title].flat()] : [title].flat()));
}
