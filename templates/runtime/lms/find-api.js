/**
 * The method names of one edition of the SCORM API, and the property that an LMS hangs it on.
 *
 * @typedef {object} ApiNames
 * @property {string} property `API` or `API_1484_11`
 * @property {string} initialize
 * @property {readonly [string, string]} terminate the right name first, then a wrong one that an LMS is known to use
 * @property {string} get
 * @property {string} set
 * @property {string} commit
 * @property {string} lastError
 *
 * @typedef {Record<string, unknown>} Api
 *
 * @typedef {object} FoundApi
 * @property {Api} api
 * @property {Window} home the window that holds it: once it is closed, or shows another page, the API may still answer and keep
 *   nothing
 * @property {Document} [document] what it showed then
 */

const HOPS = 10;
const FRAMES = 30;

/**
 * Looks through the windows around ours, the nearest first.
 * @param {Window} start
 * @param {ApiNames} names
 * @returns {FoundApi | null}
 */
export function findApi(start, names) {
  for (const home of windowsAround(start)) {
    const api = attempt(() => /** @type {any} */ (home)[names.property]);
    if (isApi(api, names)) return { api, home, document: home.document };
  }
  return null;
}

/**
 * @param {Window} start
 * @returns {Window[]} ourselves and our ancestors; then their openers with theirs; then the frames of all of these
 */
export function windowsAround(start) {
  /** @type {Set<Window>} */
  const seen = new Set();
  const ancestors = walkUp(start, seen);
  const openers = ancestors.flatMap((window) => walkUp(attempt(() => window.opener), seen));
  const reachable = [...ancestors, ...openers];
  return [...reachable, ...reachable.flatMap((window) => framesOf(window, seen))];
}

/**
 * @param {Window} start
 * @returns {boolean} true when no other window is near: nobody can bring an API later, save the page itself
 */
export function isAlone(start) {
  return windowsAround(start).length === 1;
}

/**
 * @param {Window | null} from
 * @param {Set<Window>} seen
 * @returns {Window[]}
 */
function walkUp(from, seen) {
  const windows = [];
  let here = from;
  for (let hop = 0; here && hop <= HOPS && !seen.has(here); hop += 1) {
    const window = here;
    seen.add(window);
    windows.push(window);
    here = attempt(() => window.parent);
  }
  return windows;
}

/**
 * @param {Window} window
 * @param {Set<Window>} seen
 * @returns {Window[]}
 */
function framesOf(window, seen) {
  const count = Math.min(FRAMES, Number(attempt(() => window.length)) || 0);
  const frames = Array.from({ length: count }, (_, place) => attempt(() => window[place]));
  return frames.flatMap((frame) => (frame && !seen.has(frame) ? [frame] : []));
}

/**
 * @param {unknown} api
 * @param {ApiNames} names
 * @returns {api is Api}
 */
function isApi(api, names) {
  const callable = (/** @type {string} */ name) => {
    const method = attempt(() => /** @type {any} */ (api)[name]);
    return typeof method === "function" || (typeof method === "object" && method !== null);
  };
  // Without a call to finish all is kept all the same: it is committed before.
  return Boolean(api) && [names.initialize, names.get, names.set, names.commit].every(callable);
}

/**
 * A window of another origin throws on nearly every property: it is passed over, and the search goes on.
 * @template T
 * @param {() => T} read
 * @returns {T | null}
 */
function attempt(read) {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
