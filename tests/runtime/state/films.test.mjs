import assert from "node:assert/strict";
import { test } from "node:test";
import { FILM_PARTS, FILM_STEP } from "../../../templates/runtime/contract.js";
import { decodePacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { encodeWithin } from "../../../templates/runtime/state/suspend-data/ladder.js";
import { courseKeys, filmKeys, seenOf } from "../../../templates/runtime/state/suspend-data/keys.js";
import { pack, unpack } from "../../../templates/runtime/state/suspend-data/pack.js";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { join } from "../../../templates/runtime/state/reconcile.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const ALL = 2 ** FILM_PARTS - 1;
const names = (films) => ({ modules: courseKeys([]), items: courseKeys([]), films, choicesOf: () => null, limited: () => false, fingerprint: () => 1 });
const FILMS = ["first", "second"];

/** A snapshot with these bits of each film, and a place in it. */
function watched(bits, seconds = 400) {
  const snapshot = emptySnapshot();
  for (const [film, seen] of Object.entries(bits)) snapshot.films.set(seenOf(film), seen * FILM_STEP).set(film, seconds);
  return snapshot;
}

const sent = (snapshot, films = filmKeys(FILMS)) => encodePacked(pack(snapshot, names(films)), 0);

test("which parts of a film were watched comes back from the LMS and from the device", () => {
  for (const bits of [0, 1, 0b1010, ALL]) {
    const snapshot = watched({ first: bits, second: 1 });
    for (const back of [unpack(decodePacked(sent(snapshot)), names(filmKeys(FILMS))), readJournal(writeJournal(snapshot))]) {
      assert.equal(back.films.get(seenOf("first")) / FILM_STEP, bits);
      assert.equal(back.films.get("first"), 400);
      assert.equal(back.films.get(seenOf("second")) / FILM_STEP, 1);
    }
  }
});

test("a film takes twelve bytes at most", () => {
  const bytes = (snapshot) => ((sent(snapshot).length - "X1.0......".length - 1) * 3) / 4;
  // Up to 22 hours, all of it watched: more than any film.
  assert.ok(bytes(watched({ first: ALL }, 80000)) - bytes(emptySnapshot()) <= 12.75, "base64 rounds up to three quarters of a byte");
});

test("a version that knows nothing of it keeps it and hands it back", () => {
  const earlier = { ...courseKeys(FILMS) };
  const back = unpack(decodePacked(sent(watched({ first: ALL }))), names(earlier));
  assert.deepEqual([...back.films], [["first", 400]]);
  assert.equal(unpack(decodePacked(sent(back, earlier)), names(filmKeys(FILMS))).films.get(seenOf("first")) / FILM_STEP, ALL);
});

test("the place in a film has the key that it always had", () => {
  for (const film of FILMS) assert.equal(filmKeys(FILMS).keyOf(film), courseKeys(FILMS).keyOf(film));
});

test("what was watched on two devices is watched", () => {
  for (const further of [false, true]) {
    const joined = join(watched({ first: 0b0110 }), watched({ first: 0b0011, second: 1 }), further);
    assert.equal(joined.films.get(seenOf("first")) / FILM_STEP, 0b0111);
    assert.equal(joined.films.get(seenOf("second")) / FILM_STEP, 1);
  }
});

test("a place that comes back says which parts before it were seen, however little room there is", () => {
  const three = [...FILMS, "third"];
  const keys = filmKeys(three);
  for (let turn = 0; turn < 300; turn += 1) {
    const snapshot = emptySnapshot();
    // She goes from one film to another and back; a place at the very beginning is none.
    for (let step = 0; step < turn % 8; step += 1) {
      const film = three[(turn * 7 + step * step) % 3];
      snapshot.films.set(seenOf(film), ((turn + step) % 5) * FILM_STEP);
      snapshot.films.delete(film);
      if ((turn + step) % 4) snapshot.films.set(film, 100 + turn);
    }
    const packed = pack(snapshot, names(keys));
    for (let limit = sent(snapshot, keys).length; ; limit -= 1) {
      const text = encodeWithin(packed, limit)?.text;
      if (!text) break;
      const { films } = unpack(decodePacked(text), names(keys));
      const places = three.filter((film) => films.has(film));
      for (const film of places) assert.equal(films.get(seenOf(film)), snapshot.films.get(seenOf(film)), `${turn}: ${film}`);
      const last = [...snapshot.films.keys()].at(-1);
      if (last && three.includes(last)) assert.ok(places.includes(last), "the film that was played last keeps its place");
    }
  }
});
