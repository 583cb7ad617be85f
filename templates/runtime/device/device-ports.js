import { isReported } from "../course.js";
import { deviceKeeper } from "../lms/device.js";
import { turnOf } from "../ownership/turn.js";
import { seedFor } from "../question/shuffle.js";
import { deviceClock } from "./clock.js";
import { Journal } from "./journal.js";
import { spareOf } from "./second-copy.js";
import { guardStorage } from "./storage.js";

/** @typedef {import("../course.js").Course} Course */
/** @typedef {import("../../start/launch.js").Destination} Destination */
/** @typedef {import("../session/ports.js").Ports} Ports */
/** @typedef {"leave" | "told" | "late" | "summarise" | "stopwatch" | "anew"} Page what only the page can give */

/**
 * What a session needs of this device, of the course and of its destination.
 * @param {Window} window
 * @param {Course} course
 * @param {Destination} destination
 * @returns {Omit<Ports, Page>}
 */
export function devicePorts(window, course, destination) {
  const storage = guardStorage(() => window.localStorage);
  const fleeting = guardStorage(() => window.sessionStorage);
  const spare = spareOf(() => window.indexedDB);
  const items = [...course.items.values()];
  return {
    ...destination.states(course),
    connect: destination.connect,
    standby: deviceKeeper(destination.place),
    patient: destination.place === "no-lms",
    alone: destination.alone(),
    journalOf: (learner) => new Journal(storage, course.id, learner, fleeting, spare),
    ...(course.mixed ? { seedFor } : {}),
    items: items.map(({ id }) => id),
    asked: items.filter(isReported),
    reflections: items.some(({ privacy }) => privacy === "device"),
    clock: deviceClock,
    turnOf: (key, heard) => turnOf(window, key, deviceClock, heard),
    reach: destination.reach(deviceClock),
  };
}
