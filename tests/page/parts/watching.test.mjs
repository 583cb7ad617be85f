import assert from "node:assert/strict";
import { test } from "node:test";
import { watchingOf } from "../../../templates/components/film/watching.js";

/** A film of 28 minutes, so that each part has one, of which these stretches were played. */
function film(...stretches) {
  return { duration: 28 * 60, currentTime: stretches.at(-1)?.[1] ?? 0, played: ranges(stretches) };
}

/** As a browser says what it has played. */
const ranges = (stretches) => ({ length: stretches.length, start: (place) => stretches[place][0], end: (place) => stretches[place][1] });

/** What is kept of a visit, and seen when she comes back. */
function again(place, ...stretches) {
  const bits = watchingOf(film(...stretches)).bits();
  const later = watchingOf(film());
  later.recall(bits, place);
  return later.seconds();
}

test("a look that is too short for a part counts for what it was, and no more", () => {
  assert.equal(again(5, [0, 5]), 5);
  assert.ok(again(605, [600, 605]) <= 60);
});

test("who watches a little at each visit loses nothing", () => {
  const first = watchingOf(film([0, 25]));
  const second = watchingOf(film([25, 50]));
  second.recall(first.bits(), 25);
  assert.equal(second.seconds(), 50);
  const third = watchingOf(film([50, 100]));
  third.recall(second.bits(), 50);
  assert.equal(third.seconds(), 100);
});

test("a part that was watched stays so, wherever she left off", () => {
  assert.equal(again(60, [0, 60]), 60);
  assert.equal(again(905, [0, 60], [900, 905]), 60);
  assert.equal(again(0, [1620, 1680]), 60);
});

test("a place that an earlier version kept means all before it", () => {
  const watching = watchingOf(film());
  watching.recall(undefined, 300);
  assert.equal(watching.seconds(), 300);
});

test("who only went to a place has seen nothing of it", () => {
  const first = watchingOf({ ...film(), currentTime: 905 });
  const later = watchingOf(film());
  later.recall(first.bits(), 905);
  assert.equal(later.seconds(), 0);
  assert.equal(later.bits(), 0);
  const looked = watchingOf({ ...film([0, 10]), currentTime: 905 });
  later.recall(looked.bits(), 905);
  assert.equal(later.seconds(), 0, "nor of what is before it in the film");
});

test("looks here and there that are too short for a part do not add up to parts", () => {
  const places = [5, 305, 605, 905, 1205, 1505];
  const video = film();
  const first = watchingOf(video);
  let bits;
  for (const [count, place] of places.entries()) {
    const played = ranges(places.slice(0, count + 1).map((end) => [end - 5, end]));
    Object.assign(video, { currentTime: place, played });
    bits = first.bits(bits);
  }
  assert.equal(first.seconds(), 30);
  const later = watchingOf(film());
  later.recall(bits, 1505);
  assert.ok(later.seconds() <= 30);
});

test("what is kept of this visit is not taken for more than it was", () => {
  const watching = watchingOf(film([600, 604], [650, 655]));
  watching.recall(watching.bits(), 655);
  assert.equal(watching.seconds(), 9);
  const parts = watchingOf(film([0, 55], [90, 130]));
  parts.recall(parts.bits(), 130);
  assert.equal(parts.seconds(), 95);
});

test("what another device has watched meanwhile is watched, whatever was seen here", () => {
  const watching = watchingOf(film([0, 5]));
  watching.recall(watching.bits() | 0b1100, 5);
  assert.ok(watching.seconds() >= 125);
  assert.equal(watching.bits(0b1101) & 0b1100, 0b1100);
});

test("a film that has not come yet, or does not say its length, takes nothing away of what was watched", () => {
  for (const duration of [NaN, Infinity]) for (const before of [0b1, 0b1100]) assert.equal(watchingOf({ ...film([0, 5]), duration }).bits(before), before);
  assert.equal(watchingOf({ ...film(), duration: NaN }).bits(), undefined);
});
