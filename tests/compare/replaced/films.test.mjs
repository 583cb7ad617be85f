/** What `satchel compare` says of films, pictures and files that are others under the same id, held against what a learner in progress meets. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Learner, says, verdictOf } from "./learner.mjs";

const OTHER = (noun) => `If it is another ${noun}, give it an id of its own: {#…} at the end of its heading. If it is the same one cut anew, keep the id.`;
const SEEN = "What learners have seen so far counts for the new one. They go on where they left off, unless the new one ends before.";

const screen = (learner) => learner.page.document.querySelector("video, audio");

/** The film as it was opened: what is played from where it stands counts. */
function begins(learner) {
  const video = screen(learner);
  const from = video.currentTime;
  video.played.start = () => from;
  return video;
}

test("another film under an id: what was seen of the first counts for it, in its parts, and she goes on where she left off", async () => {
  says("film-file", "film-replaced", "one", "The film “The street” is another file now: media/film.mp4.", SEEN, "Who has watched enough of the old one has it done.", OTHER("film"));
  assert.equal(verdictOf("film-file"), "effects");
  const part = new Learner("film-file");
  await part.open("old", { at: "#one" });
  await part.page.run(screen(part), 30);
  assert.equal(part.module("one"), "Started: watch one film");
  await part.leave();
  const longer = part.copy();
  const shorter = part.copy();
  const fresh = new Learner("film-file");
  for (const [learner, length, place, run, state] of [
    [part, 40, 30, 8, "Done"],
    [longer, 80, 30, 8, "Started: watch one film"],
    [shorter, 20, 0, 1, "Started: watch one film"],
    [fresh, 40, 0, 8, "Started: watch one film"],
  ]) {
    await learner.open("new", { elsewhere: true, at: "#one", length });
    const video = begins(learner);
    assert.equal(video.currentTime, place);
    await learner.page.run(video, run);
    assert.equal(learner.module("one"), state, `${length} seconds`);
  }
  const done = new Learner("film-file");
  await done.open("old", { at: "#one" });
  await done.page.run(screen(done), 38);
  await done.open("new", { elsewhere: true, at: "#one" });
  assert.equal(done.module("one"), "Done");
});

test("a film at a service under another address: who said that she watched it has it done", async () => {
  says("film-away", "film-replaced", "one", "The film “The street” has another address now: https://www.youtube.com/watch?v=bbbbbbbbbbb, no longer https://www.youtube.com/watch?v=aaaaaaaaaaa. Who has said that she watched the old one has it done.", OTHER("film"));
  const learner = new Learner("film-away");
  await learner.open("old", { at: "#one" });
  await learner.page.press(learner.page.document.querySelector("[data-film-elsewhere]"));
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.equal(learner.module("one"), "Done");
  const other = new Learner("film-away");
  await other.open("new", { at: "#one" });
  assert.equal(other.module("one"), "Started: watch one film");
});

test("another recording under an id: she goes on in it where she left off", async () => {
  says("recording", "film-replaced", "one", `The recording “A talk” is another file now: media/talk.mp3. ${SEEN} ${OTHER("recording")}`);
  const learner = new Learner("recording");
  await learner.open("old", { at: "#one" });
  await learner.page.run(screen(learner), 15);
  await learner.open("new", { elsewhere: true, at: "#one" });
  assert.equal(begins(learner).currentTime, 15);
});

test("other pictures, files and captions: safe, and she meets the new ones", async () => {
  const effect = "Learners meet the new ones when they come to this module, or come back to it.";
  says("pictures", "module-files", "one", `Its pictures or other files have changed: 2 new or other ones, images/room.svg and others. ${effect}`);
  says("captions", "module-files", "one", `Its pictures or other files have changed: 1 new or other one, media/film.en.vtt. ${effect}`);
  assert.deepEqual([verdictOf("pictures"), verdictOf("captions")], ["safe", "safe"]);
  const learner = new Learner("pictures");
  const read = (version, name) => readFileSync(`${process.env.SATCHEL_PAGES}/pictures-${version}/scorm2004/${name}`, "utf8");
  for (const [version, size, form] of [["old", "0 0 10 10", "Form A"], ["new", "0 0 20 20", "Form B"]]) {
    await learner.open(version, { at: "#one" });
    const { document } = learner.page;
    assert.match(read(version, document.querySelector("[data-current] img").getAttribute("src")), new RegExp(size));
    assert.equal(read(version, document.querySelector("[data-current] [download]").getAttribute("href")), form);
  }
  const track = async (version) => {
    const watching = new Learner("captions");
    await watching.open(version, { at: "#one" });
    return decodeURIComponent(watching.page.document.querySelector("track").getAttribute("src"));
  };
  assert.doesNotMatch(await track("old"), /Other words that are said/);
  assert.match(await track("new"), /Other words that are said/);
});
