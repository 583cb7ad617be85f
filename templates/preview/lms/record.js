/** @typedef {import("./elements.js").Edition} Edition */

/** What the LMS keeps of the one learner from launch to launch: until the window is closed. */
export class LearnerRecord {
  #edition;
  #key;

  /**
   * @param {Edition} edition
   * @param {string} course
   */
  constructor(edition, course) {
    this.#edition = edition;
    this.#key = `satchel-preview:record:${edition.property}:${course}`;
  }

  /** @returns {Map<string, string>} every element as it was stored last */
  get stored() {
    return new Map(Object.entries(JSON.parse(window.sessionStorage.getItem(this.#key) ?? "{}")));
  }

  /** @param {ReadonlyMap<string, string>} values */
  store(values) {
    window.sessionStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(values)));
  }

  /** As if the learner had never been there. */
  forget() {
    window.sessionStorage.removeItem(this.#key);
  }

  /**
   * What the next session begins with. SCORM 1.2 gives back all that was stored; in SCORM 2004 an exit by anything but
   * `suspend` ends the attempt, and the next one begins with nothing.
   * @returns {Map<string, string>}
   */
  given() {
    const { exit, entry } = this.#edition.told;
    const stored = this.stored;
    const suspended = stored.get(exit[0] ?? "") === "suspend";
    const again = stored.size > 0;
    const given = this.#edition.property === "API" || suspended ? stored : new Map();
    for (const name of [...given.keys()]) if (name === exit[0] || name.endsWith("session_time")) given.delete(name);
    given.set(entry[0] ?? "", suspended ? "resume" : again && this.#edition.property === "API" ? "" : "ab-initio");
    return given;
  }
}
