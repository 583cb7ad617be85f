import assert from "node:assert/strict";
import { test } from "node:test";
import { watchingOf } from "../../../templates/components/film/watching.js";

/** A film of 28 minutes, so that each part has one, of which these stretches were played. */
function film(...stretches) {
  const played = { length: stretches.length, start: (place) => stretches[place][0], end: (place) => stretches[place][1] };
  return { duration: 28 * 60, currentTime: stretches.at(-1)?.[1] ?? 0, played };
}

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
  watching.recall(0, 300);
  assert.equal(watching.seconds(), 300);
});
