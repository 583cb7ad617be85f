import { test } from "node:test";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

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
