/** Where a learner is led to, and what has the focus then; and the list of modules, which is a drawer on narrow screens. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { focusOn, goTo } from "../../../templates/runtime/page/route.js";
import { offerFile } from "../../../templates/runtime/record/download.js";
import { Device } from "../page.mjs";

const open = (hash) => new Device().open("visit/web", { hash });
/** Lets an element be seen or not, as far as it is asked for here. */
const seen = (element, isSeen = true) => Object.assign(element, { getClientRects: () => (isSeen ? [{}] : []) });
const click = ({ window }, target) => target.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true }));

test("the error at the head of a question leads to the field that lacks an answer, and goes when there is one", async () => {
  const page = await open("#test");
  const { document } = page;
  const question = page.item("minutes");
  await page.press(question.closest("[data-page]").querySelector("[data-hand-in], [data-check]"));
  const links = [...document.querySelectorAll("[data-current] [data-problem] a")];
  assert.ok(links.length > 0);
  for (const link of links) {
    document.activeElement.blur();
    assert.match(link.hash, /^#./);
    assert.equal(click(page, link), false, "the address stays");
    assert.ok(document.activeElement.matches("input, select, textarea"), document.activeElement.outerHTML);
  }
});

test("each question that is not answered says so with a link to its first field", async () => {
  for (const [hash, id] of [["#before", "bag"], ["#before", "ready"]]) {
    const page = await open(hash);
    await page.press(page.item(id).querySelector("[data-check]"));
    const problem = page.item(id).querySelector("[data-problem]");
    assert.ok(problem, id);
    assert.equal(page.document.activeElement, problem);
    const link = problem.querySelector("a");
    if (!link) continue;
    click(page, link);
    assert.ok(page.item(id).contains(page.document.activeElement) && !problem.contains(page.document.activeElement), id);
  }
});

test("what is led to has the focus, whether or not it takes one by itself, and what it is folded into is opened", async () => {
  const { document } = await open("#before");
  const place = document.querySelector("[data-current]");
  place.insertAdjacentHTML("beforeend", '<details id="d1"><details id="d2"><p id="p">So</p></details></details><a id="a" href="#x">x</a><h3 id="h" tabindex="0">h</h3>');
  for (const [id, tabindex] of [["p", "-1"], ["a", null], ["h", "0"]]) {
    const target = Object.assign(document.getElementById(id), { scrollIntoView: () => (target.scrolled = true) });
    goTo(target);
    assert.deepEqual([document.activeElement.id, target.getAttribute("tabindex"), target.scrolled], [id, tabindex, true]);
  }
  assert.deepEqual([document.getElementById("d1").open, document.getElementById("d2").open], [true, true]);
  focusOn(null);
  assert.equal(document.activeElement.id, "h");
});

test("the drawer with the modules closes behind her, and not when it is pressed itself", async () => {
  const page = await open("#before");
  const { document, window } = page;
  const drawer = document.querySelector("[data-contents-drawer]");
  const [summary, link] = [drawer.querySelector("summary"), drawer.querySelector("a[data-contents]")];
  drawer.open = true;
  click(page, drawer);
  assert.equal(drawer.open, true);
  click(page, link);
  assert.equal(drawer.open, false);
  const leave = (to) => drawer.dispatchEvent(new window.FocusEvent("focusout", { relatedTarget: to }));
  const key = (name) => drawer.dispatchEvent(new window.KeyboardEvent("keydown", { key: name }));
  const after = (act) => ((drawer.open = true), act(), drawer.open);
  seen(summary, false);
  const elsewhere = document.querySelector("[data-page] h1, [data-page] h2");
  assert.deepEqual([after(() => leave(elsewhere)), after(() => key("Escape"))], [true, true], "on a wide screen it is no drawer");
  seen(summary);
  assert.deepEqual([after(() => leave(elsewhere)), after(() => leave(link)), after(() => leave(null))], [false, true, true]);
  assert.deepEqual([after(() => key("Enter")), after(() => key("Escape"))], [true, false]);
  assert.equal(document.activeElement, summary);

  const mouse = (name) => elsewhere.dispatchEvent(new window.MouseEvent(name, { bubbles: true }));
  mouse("mousedown");
  assert.equal(after(() => leave(elsewhere)), true, "what she presses must not move from under the mouse");
  mouse("mouseup");
  assert.equal(drawer.open, true, "the click comes behind the release");
  await new Promise((resolve) => window.setTimeout(resolve));
  assert.equal(drawer.open, false);
  mouse("mousedown");
  key("Shift");
  assert.equal(after(() => leave(elsewhere)), false, "released outside the window, and the keyboard taken up");
});

test("a link to the contents opens them and gives the first place that is seen the focus", async () => {
  const page = await open("#before");
  const { document } = page;
  const drawer = document.querySelector("[data-contents-drawer]");
  const [toggle] = document.querySelectorAll("[data-contents-toggle]");
  for (const [place, link] of drawer.querySelectorAll("summary, a").entries()) seen(link, place > 1);
  drawer.open = false;
  assert.equal(click(page, toggle), false, "the address stays");
  assert.deepEqual([drawer.open, document.activeElement === drawer.querySelectorAll("a")[1]], [true, true]);
  drawer.open = false;
  assert.equal(click(page, document.querySelector("[data-current]")), true);
  assert.equal(drawer.open, false);
});

test("a file is offered by its name and with its content, and its address is given back after a while", async () => {
  const page = await open("#before");
  const { document } = page;
  const offered = [];
  const given = [];
  document.addEventListener("click", ({ target }) => target.download && offered.push([target.download, target.getAttribute("href"), target.hidden, target.isConnected]));
  URL.revokeObjectURL = (address) => given.push(address);
  assert.equal(offerFile(document.body, "work.txt", "text/plain", "words"), false);
  assert.deepEqual(offered, [["work.txt", "blob:1", true, true]]);
  assert.deepEqual([document.querySelector("[download='work.txt']"), await page.files[0].text(), page.files[0].type], [null, "words", "text/plain"]);
  await page.pass(59_000);
  assert.deepEqual(given, []);
  await page.pass(2000);
  assert.deepEqual(given, ["blob:1"]);
  document.documentElement.dataset.confined = "";
  assert.equal(offerFile(document.body, "work.txt", "text/plain", "words"), true, "a frame may have stopped it");
});
