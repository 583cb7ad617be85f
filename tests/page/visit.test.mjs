import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

const part = (page, name) => page.document.querySelector(`[data-record-part="${name}"]`);

test("a whole visit: film, reflection, a module that waits, a test, and what remains of it tomorrow", async () => {
  const device = new Device();
  const page = await device.open("visit/web");
  const scene = new Scene("visit");
  scene.open("opens the course", page);
  await page.press(page.document.querySelector("[data-current] [data-start], #cover [data-start]"));
  scene.go("begins", page);
  await page.go("#there");
  scene.go("looks into the module that waits", page);
  await page.go("#before");
  const video = page.document.querySelector("[data-current] video");
  const film = video.closest("figure");
  await page.run(video, 12);
  scene.note("watches 12 seconds", page);
  await page.press(film.querySelector("[data-film-captions]"));
  scene.note("turns the captions off or on", page);
  await page.write(film.querySelector("select"), "1.5");
  scene.note("at another speed", page);
  await page.press(film.querySelector("[data-film-back]"));
  scene.note("ten seconds back", page);
  await page.run(video, 40);
  scene.note("watches to the end", page);
  await page.press(page.item("bag").querySelector("input"));
  await page.press(page.item("bag").querySelector("[data-check]"));
  scene.note("answers the first question", page);
  await page.press("Quite");
  await page.press(page.item("ready").querySelector("[data-check]"));
  scene.note("says how ready she is", page);
  await page.write(page.item("worry").querySelector("textarea"), "The dog, and the stairs.");
  scene.note("writes what worries her", page);
  await page.press(page.item("worry").querySelector("[data-later]"));
  await page.reachEnd();
  scene.note("marks it for later, and comes to the end", page);
  await page.go("#there");
  scene.go("goes on", page);
  await page.press(page.item("door").querySelector("input"));
  await page.press(page.item("door").querySelector("[data-check]"));
  scene.note("checks the one answer that counts", page);
  await page.press(page.item("door").querySelector("[data-sure] button"));
  scene.note("is sure", page);
  const steps = page.item("first");
  for (const way of ["up", "down", "down", "down"]) {
    await page.press(steps.querySelector(`[data-move="${way}"]`));
    scene.note(`moves the first step ${way}`, page);
  }
  await page.press(steps.querySelector("[data-check]"));
  scene.note("checks the order", page);
  await page.write(page.item("say").querySelector("textarea"), "Good morning.");
  scene.note("writes for her tutor", page);
  await page.go("#test");
  scene.go("goes to the test", page);
  const section = page.document.querySelector("[data-current] [data-hand-in]").closest("section");
  const held = [...page.document.querySelectorAll("[data-current] [data-held]:not([data-undrawn])")];
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in nothing", page);
  for (const link of [...section.querySelectorAll("[data-problem] a")].reverse()) {
    await page.press(link);
    scene.note(`follows ${link.textContent}`, page);
  }
  for (const [place, form] of held.entries()) {
    for (const box of form.querySelectorAll("input:not([type=radio])")) await page.write(box, "30");
    const radio = form.querySelector("[type=radio]");
    if (radio) await page.press(radio);
    scene.note(`answers question ${place + 1} of the test`, page);
  }
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in", page);
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in again, with nothing changed", page);
  for (const box of held.flatMap((form) => [...form.querySelectorAll("input:not([type=radio])")])) await page.write(box, "31");
  scene.note("changes something", page);
  await page.press(section.querySelector("[data-hand-in]"));
  scene.note("hands in for the last time", page);
  await page.close();
  const next = await device.open("visit/web");
  scene.open("tomorrow", next);
  for (const module of ["before", "there", "test"]) {
    await next.go(`#${module}`);
    scene.go(`${module} again`, next);
  }
  scene.end();
});

test("a film: its described version, its chapters, its place tomorrow, what is said where it cannot be shown", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#before" });
  const scene = new Scene("film");
  scene.open("opens the first module", page);
  await page.press(page.document.querySelector("[data-current] [data-film-read]"));
  scene.note("has read the transcript", page);
  await page.press(page.item("bag").querySelector("input"));
  await page.press(page.item("bag").querySelector("[data-check]"));
  await page.go("#there");
  scene.go("goes on", page);
  const video = page.document.querySelector("[data-current] video");
  const figure = video.closest("figure");
  await page.run(video, 3);
  await page.press(figure.querySelector("[data-film-back]"));
  scene.note("goes back beyond its beginning", page);
  await page.run(video, 11);
  await page.press(figure.querySelector("[data-film-described]"));
  scene.note("turns the described version on", page);
  await page.run(video, 4);
  video.paused = false;
  await page.press(figure.querySelector("[data-film-described]"));
  scene.note(`turns it off while it runs: ${video.paused ? "it stands" : "it runs on"}`, page);
  video.paused = true;
  for (const [place, chapter] of [...figure.querySelectorAll("[data-film-seek]")].entries()) {
    await page.press(chapter);
    scene.note(`goes to chapter ${place + 1}`, page);
  }
  video.textTracks.forEach((track) => (track.mode = "hidden"));
  video.textTracks.changed();
  scene.note("turns the captions off in the player's own menu", page);
  video.textTracks[0].mode = "showing";
  video.textTracks.changed();
  scene.note("and on again", page);
  await page.run(video, 6);
  for (const _ of [1, 2]) video.dispatchEvent(new page.window.Event("error"));
  scene.note("the film cannot be shown", page);
  video.dispatchEvent(new page.window.Event("loadedmetadata"));
  scene.note("it can be shown after all", page);
  await page.close();
  const next = await device.open("visit/web", { hash: "#there" });
  scene.open("tomorrow", next);
  const again = next.document.querySelector("[data-current] video");
  again.dispatchEvent(new next.window.Event("loadedmetadata"));
  scene.note("it has loaded", next);
  again.currentTime = 3;
  again.dispatchEvent(new next.window.Event("loadedmetadata"));
  scene.note("she is taken there once", next);
  scene.end();
});

test("the record of learning: the form, goals, what goes into the document, and what is taken along", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#record" });
  const scene = new Scene("record");
  await page.load("record");
  scene.open("opens the record", page);
  const form = part(page, "form");
  for (const [place, box] of [...form.querySelectorAll("input:not([type=radio]):not([type=checkbox]), textarea")].entries()) {
    await page.write(box, box.type === "date" ? "2026-03-01" : `answer ${place}`);
  }
  for (const box of form.querySelectorAll("[type=radio], [type=checkbox]")) await page.press(box);
  scene.note("fills in the form", page);
  await page.write(page.document.getElementById("record--worry"), "The stairs.");
  scene.note("writes a reflection", page);
  const goals = part(page, "goals");
  await page.press(goals.querySelector("[data-goal-add]"));
  scene.note("adds a goal", page);
  await page.write(goals.querySelector("[data-goal-words]"), "Ask first");
  await page.write(goals.querySelector("[data-goal-by]"), "2026-03-02");
  await page.write(goals.querySelector("[data-peer]"), "2026-04-02");
  await page.press(goals.querySelector("[data-goal-add]"));
  scene.note("says what it is, and adds another", page);
  await page.write(goals.querySelectorAll("[data-goal-words]")[1], "Listen");
  await page.press(goals.querySelectorAll("[data-goal-stage]")[1]);
  await page.press(goals.querySelector("[data-goal-remove]"));
  scene.note("takes the first one away", page);
  await page.press(goals.querySelector("[data-goal-undo]"));
  scene.note("brings it back", page);
  await page.press(page.document.querySelector("[data-choose] input"));
  scene.note("leaves a part out", page);
  for (const button of ["word", "text", "calendar", "print"]) {
    await page.press(page.document.querySelector(`[data-${button}]`));
    scene.note(`takes it along: ${button}`, page);
  }
  scene.list("the text", (await page.files[1].text()).split("\n"));
  scene.list("the calendar", (await page.files[2].text()).split("\r\n"));
  page.window.dispatchEvent(new page.window.Event("beforeprint"));
  scene.note("on paper", page);
  page.window.dispatchEvent(new page.window.Event("afterprint"));
  await page.close();
  const next = await device.open("visit/web", { hash: "#record" });
  await next.load("record");
  scene.open("found again", next);
  await next.press(next.document.querySelector("[data-shared]"));
  scene.note("on a shared device", next);
  await next.press(next.document.querySelector("[data-clear]"));
  scene.note("clears it", next);
  scene.end();
});

test("work is carried to another copy of the course", async () => {
  const first = await new Device().open("visit/web", { hash: "#before" });
  const scene = new Scene("carry");
  await first.press("Almost");
  await first.press(first.item("ready").querySelector("[data-check]"));
  await first.press("Save my work to a file");
  scene.open("saves her work to a file", first);
  const work = await first.files[0].text();
  const other = await new Device().open("visit/web", { hash: "#before" });
  await other.press("Quite");
  await other.press(other.item("ready").querySelector("[data-check]"));
  scene.open("elsewhere", other);
  const root = other.document.querySelector("[data-carry]");
  root.open = true;
  for (const [words, text] of [["nonsense", "no work at all"], ["the work of another course", work.replaceAll("visit", "other")], ["her work", work]]) {
    await other.write(root.querySelector("[data-carry-paste]"), text);
    await other.press(root.querySelector("[data-carry-read]"));
    scene.note(`reads ${words}`, other);
  }
  await other.press(root.querySelector("[data-carry-leave]"));
  scene.note("leaves it", other);
  await other.press(root.querySelector("[data-carry-read]"));
  await other.press(root.querySelector("[data-carry-join]"));
  scene.note("joins it", other);
  scene.end();
});

test("an LMS that fails, comes back, and is left", async () => {
  const lms = new StrictLms("2004");
  const device = new Device();
  const page = await device.open("visit/scorm2004", { lms, hash: "#before" });
  const scene = new Scene("trouble");
  await page.pass(3000);
  scene.open("opens the course in an LMS", page);
  lms.failing = 20;
  await page.press("Almost");
  await page.press(page.item("ready").querySelector("[data-check]"));
  await page.pass(60_000);
  scene.note("answers while it fails", page);
  await page.pass(180_000);
  scene.note("waits", page);
  lms.failing = 0;
  const retry = page.document.querySelector("[data-save-actions] button:not([hidden])");
  if (retry) await page.press(retry);
  await page.pass(10_000);
  scene.note("tries again", page);
  await page.press("Save and leave");
  scene.note("saves and leaves", page);
  scene.end();
});

for (const [edition, course] of [["1.2", "scorm12"], ["2004", "scorm2004"]]) {
  test(`${edition}: what an LMS receives of a visit`, async () => {
    const lms = new StrictLms(edition);
    const page = await new Device().open(`visit/${course}`, { lms, hash: "#before" });
    const scene = new Scene(`reported-${course}`);
    const told = (did) => scene.list(did, lms.calls("set").splice(0).filter((call) => !/suspend_data|\.timestamp|\.time /.test(call)));
    const act = async (did, what) => {
      lms.log.length = 0;
      await what();
      await page.pass(5000);
      told(did);
    };
    await act("opens it", async () => {});
    await act("reads the transcript", () => page.press(page.document.querySelector("[data-current] [data-film-read]")));
    await act("answers", async () => {
      await page.press(page.item("bag").querySelectorAll("input")[1]);
      await page.press(page.item("bag").querySelector("[data-check]"));
      await page.press(page.item("bag").querySelectorAll("input")[0]);
      await page.press(page.item("bag").querySelector("[data-check]"));
    });
    await page.go("#there");
    const box = page.item("say").querySelector("textarea");
    await act("writes for her tutor", () => page.write(box, "Good morning."));
    await act("and more", async () => {
      await page.write(box, "Good morning, I am new here.");
      box.dispatchEvent(new page.window.Event("blur"));
    });
    scene.open("what the page says of it", page);
    await page.go("#test");
    const held = [...page.document.querySelectorAll("[data-current] [data-held]:not([data-undrawn])")];
    await act("answers the test", async () => {
      for (const form of held) {
        for (const field of form.querySelectorAll("input:not([type=radio])")) await page.write(field, "30");
        const radio = form.querySelector("[type=radio]");
        if (radio) await page.press(radio);
      }
    });
    await act("hands in", () => page.press(page.document.querySelector("[data-current] [data-hand-in]")));
    await act("looks at something else", async () => {
      Object.defineProperty(page.document, "visibilityState", { configurable: true, value: "hidden" });
      page.document.dispatchEvent(new page.window.Event("visibilitychange"));
    });
    lms.log.length = 0;
    await page.close();
    scene.list("closes it", lms.log.map(({ method, words }) => [method, ...words].join(" ")).filter((call) => !/suspend_data/.test(call)));
    scene.end();
  });
}

test("what she is asked about her work: another window, work of yesterday, work that is damaged, a course to look back on", async () => {
  const device = new Device();
  const page = await device.open("visit/web", { hash: "#before" });
  const scene = new Scene("asked");
  await page.write(page.item("worry").querySelector("textarea"), "The dog.");
  scene.open("writes", page);
  const turn = [...device.kept.keys()].find((key) => key.endsWith(":turn"));
  page.window.dispatchEvent(Object.assign(new page.window.Event("storage"), { key: turn, newValue: "take 1" }));
  await page.pass();
  scene.note("another window goes on with it", page);
  await page.press(page.document.querySelector("[data-notice] button"));
  scene.note("goes on here", page);
  await page.close();
  for (const [key, value] of device.kept) device.kept.set(key, value.slice(0, -9));
  const damaged = await device.open("visit/web", { hash: "#before" });
  scene.open("what was kept is damaged", damaged);
  await damaged.press(damaged.document.querySelector("[data-notice] button"));
  scene.note("has seen it", damaged);

  const lms = new StrictLms("2004", { "cmi.learner_id": "one", "cmi.mode": "normal" });
  const shared = new Device();
  const first = await shared.open("visit/scorm2004", { lms, hash: "#before" });
  await first.write(first.item("worry").querySelector("textarea"), "The dog.");
  await first.press("Quite");
  await first.press(first.item("ready").querySelector("[data-check]"));
  await first.pass(5000);
  await first.close();
  const anew = await shared.open("visit/scorm2004", { lms: new StrictLms("2004", { "cmi.learner_id": "one", "cmi.mode": "normal" }), hash: "#before" });
  await anew.pass(5000);
  scene.open("the LMS begins a new attempt", anew);
  await anew.press(anew.document.querySelectorAll("[data-notice] button")[1]);
  await anew.pass(5000);
  scene.note("begins again", anew);
  const back = await new Device().open("visit/scorm2004", { lms: new StrictLms("2004", { ...lms.stored, "cmi.mode": "review" }), hash: "#before" });
  await back.pass(5000);
  scene.open("looks back", back);
  await back.go("#record");
  await back.load("record");
  scene.go("looks at her record", back);
  scene.end();
});

test("ways through the course: links, the list of modules, addresses that name nothing, Back, paper", async () => {
  const page = await new Device().open("visit/web", { hash: "#worry" });
  const { window, document } = page;
  const scene = new Scene("ways");
  scene.open("an address names a reflection", page);
  const link = (hash) => [...document.querySelectorAll(`a[href="${hash}"]`)].find((one) => !one.closest("[hidden], [data-page]:not([data-current])"));
  for (const hash of ["#main", "#contents", "#answer-bag", "#there", "#test", "#result", "#nowhere", "#%", "#cover", "#door"]) {
    if (link(hash)) await page.press(link(hash));
    else await page.go(hash);
    scene.go(`to ${hash}`, page);
  }
  const toggle = document.querySelector("[data-contents-toggle]");
  await page.press(toggle);
  scene.note("opens the list of modules", page);
  await page.press(document.querySelector("[data-contents-drawer] [data-contents]"));
  scene.note("chooses the first", page);
  await page.press(link("#before") ?? document.querySelector('[data-contents="before"]'));
  scene.note("chooses it again", page);
  window.location.hash = "#test";
  window.dispatchEvent(new window.Event("popstate"));
  await page.pass();
  scene.go("Forward", page);
  for (const button of ["Print this page", "Print the whole course"]) {
    await page.press(button);
    scene.note(button, page);
    scene.list("printed as", [document.documentElement.dataset.print ?? "this page"]);
  }
  window.print = () => ["beforeprint", "afterprint"].forEach((name) => window.dispatchEvent(new window.Event(name)));
  await page.press("Print this page");
  scene.note("prints where it is allowed", page);
  scene.end();
});

test("nothing can be kept here: the page says so, and offers a file", async () => {
  const page = await new Device().open("visit/web", { hash: "#before", storage: false });
  const scene = new Scene("nowhere");
  scene.open("opens the course where nothing is kept", page);
  await page.write(page.item("worry").querySelector("textarea"), "The dog.");
  scene.note("writes", page);
  scene.end();
});
