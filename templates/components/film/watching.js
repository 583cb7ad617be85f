import { FILM_PARTS } from "../../runtime/contract.js";

/** @typedef {[from: number, to: number]} Stretch of a film, in seconds */

/**
 * What of a film was watched: the stretches that were played, each once. What was skipped is in none of them.
 * @param {HTMLVideoElement} video
 */
export function watchingOf(video) {
  /** @type {Stretch[]} with the other version of the film, and before the page was opened */
  let earlier = [];
  let kept = 0;
  /** What was given last. */
  let given = -1;

  /** @returns {Stretch[]} in order, none upon another */
  function all() {
    const { played } = video;
    const now = Array.from({ length: played.length }, (_, place) => /** @type {Stretch} */ ([played.start(place), played.end(place)]));
    return merged([...earlier, ...now]);
  }

  return {
    /**
     * @param {number | undefined} bits which parts were watched before; states of the first versions do not say
     * @param {number} place where she left off; in those states she had watched all before it
     */
    recall(bits, place) {
      // Of what was given here more is known here.
      if (bits === given) return;
      const length = video.duration / FILM_PARTS;
      const there = partAt(place);
      // A part alone may stand for a look that was too short for any: no more is known than where that ended.
      if (bits === undefined || bits === 1 << there) {
        const from = bits ? there * length : 0;
        earlier = merged([...earlier, [from, Math.max(from, place)]]);
        return;
      }
      kept |= bits;
      const parts = [...Array(FILM_PARTS).keys()].filter((part) => (bits >> part) & 1);
      earlier = merged([...earlier, ...parts.map((part) => /** @type {Stretch} */ ([part * length, (part + 1) * length]))]);
    },
    /** Another file begins at the same place, whose played stretches begin anew. */
    turn() {
      earlier = all();
    },
    /** @returns {number} */
    seconds: () => within(all(), 0, Infinity),
    /**
     * @param {number} [before] what is kept now
     * @returns {number | undefined} a bit for each part of which half or more was watched: of one that two visits share, one
     *   has that; nothing new of a film that is not there yet
     */
    bits(before) {
      const stretches = all();
      const length = video.duration / FILM_PARTS;
      const had = before ?? 0;
      // Some films do not say their length.
      if (!(length < Infinity)) return length > 0 ? had : before;
      for (let part = 0; part < FILM_PARTS; part += 1) {
        if (within(stretches, part * length, (part + 1) * length) >= length / 2) kept |= 1 << part;
      }
      const there = partAt(video.currentTime);
      const found = kept || (within(stretches, there * length, (there + 1) * length) > 0 ? 1 << there : 0);
      // One part alone may have stood for a look that was too short for it: only where the last of them ended is kept.
      return (given = had & (had - 1) ? had | found : found);
    },
  };

  /** @param {number} seconds */
  function partAt(seconds) {
    return Math.min(FILM_PARTS - 1, Math.floor((seconds / video.duration) * FILM_PARTS));
  }
}

/**
 * @param {Stretch[]} stretches
 * @returns {Stretch[]}
 */
function merged(stretches) {
  /** @type {Stretch[]} */
  const found = [];
  for (const [from, to] of stretches.sort(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** @type {(stretches: Stretch[], first: number, last: number) => number} seconds of them between two moments */
const within = (stretches, first, last) => stretches.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, last) - Math.max(from, first)), 0);
