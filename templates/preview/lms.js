import { follow } from "./events.js";
import { edition12 } from "./lms/edition12.js";
import { edition2004 } from "./lms/edition2004.js";
import { Host } from "./lms/host.js";
import { Pane } from "./lms/pane.js";
import { LearnerRecord } from "./lms/record.js";
import { Panel } from "./panel.js";

// The course in a frame, as an LMS launches it; this window has the API.
const { course = "", destination, launch = "", shown = "" } = document.body.dataset;
const edition = destination === "scorm2004" ? edition2004 : edition12;
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("[data-frame]"));
const host = new Host(frame, launch, edition, new LearnerRecord(edition, course), new Pane(document, edition));
const acts = {
  again: () => host.relaunch(),
  elsewhere: () => host.relaunch(() => forgetDevice(course)),
  anew: () => host.relaunch(() => {
    forgetDevice(course);
    host.record.forget();
  }),
};
for (const [name, act] of Object.entries(acts)) {
  document.querySelector(`[data-act="${name}"]`)?.addEventListener("click", act);
}
for (const name of /** @type {(keyof typeof host.faults)[]} */ (Object.keys(host.faults))) {
  const button = document.querySelector(`[data-fault="${name}"]`);
  button?.addEventListener("click", () => button.setAttribute("aria-pressed", String(host.toggle(name))));
}
host.launch();

const panel = new Panel(document, document.querySelector("[data-panel]") ?? undefined);
let framed = shown;
follow({
  edition(news) {
    panel.show(news);
    if (news.shown === "" || news.shown === framed) return;
    framed = news.shown;
    host.reload();
  },
  lost: () => panel.lost(),
});

/**
 * Forgets what the course keeps on this device; the learner's name in the LMS is part of the key.
 * @param {string} course
 */
function forgetDevice(course) {
  const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(`satchel:${course}:`));
  for (const key of keys) if (!key.endsWith(":device")) window.localStorage.removeItem(key);
  // The second copies; those of other courses are made anew at their next save.
  window.indexedDB.deleteDatabase("satchel");
}
