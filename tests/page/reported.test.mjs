import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

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
