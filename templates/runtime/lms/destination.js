import { isAlone } from "./find-api.js";
import { connectScorm } from "./scorm.js";
import { askServer, reachOf } from "../session/server-reach.js";
import { courseStates } from "../state/suspend-data/course-state.js";

/**
 * A SCORM package: kept in the LMS that opened it, or on the device when nobody did.
 * @param {readonly import("./edition.js").Edition[]} editions the one that the manifest names first; an LMS may
 *   have the API of the other all the same
 * @returns {import("../../start/launch.js").Destination}
 */
export function scormDestination(editions) {
  return {
    place: "no-lms",
    connect: () => connectScorm(window, editions),
    alone: () => isAlone(window),
    reach: (clock) => reachOf(askServer(window), clock),
    states: courseStates,
  };
}
