/** @typedef {import("./elements.js").Edition} Edition */
/** @typedef {import("./record.js").LearnerRecord} LearnerRecord */
/** @typedef {import("./session.js").Call} Call */
/** @typedef {import("./session.js").LmsSession} LmsSession */

const SHORT = 60;
const STATES = {
  waiting: "The course has not opened a session.",
  open: "The session is open.",
  over: "The session is over.",
};

/** What the author sees of the LMS: the record, and every call. */
export class Pane {
  #page;
  #edition;
  #count = 0;

  /**
   * @param {Document} page
   * @param {Edition} edition
   */
  constructor(page, edition) {
    this.#page = page;
    this.#edition = edition;
  }

  /**
   * @param {LmsSession} session
   * @param {LearnerRecord} record
   */
  show(session, record) {
    const { stored } = record;
    const rows = [
      ["Status", this.#told("status", session.values), this.#told("status", stored)],
      ["Score", this.#told("score", session.values), this.#told("score", stored)],
      ["Location", this.#told("location", session.values), this.#told("location", stored)],
      ["Suspend data, length", this.#length(session.values), this.#length(stored)],
    ];
    this.#page.querySelector("[data-record]")?.replaceChildren(...rows.map(([head = "", ...cells]) => row(this.#page, head, cells)));
    const line = this.#page.querySelector("[data-session]");
    if (line && line.textContent !== STATES[session.state]) line.textContent = STATES[session.state];
  }

  /** @param {Call} call */
  note(call) {
    const table = this.#page.querySelector("[data-calls]");
    const body = table?.querySelector("tbody");
    if (!table || !body) return;
    this.#count += 1;
    const failed = call.error !== "0";
    const line = row(this.#page, String(this.#count), [call.method, "", "", call.result, failed ? call.error : ""]);
    line.children[2]?.append(...breakable(this.#page, call.element));
    line.children[3]?.append(this.#value(call.value));
    line.toggleAttribute("data-failed", failed);
    const region = table.parentElement;
    const atEnd = region && region.scrollTop + region.clientHeight >= region.scrollHeight - 4;
    body.append(line);
    table.removeAttribute("hidden");
    this.#page.querySelector("[data-none]")?.setAttribute("hidden", "");
    if (region && atEnd) region.scrollTop = region.scrollHeight;
  }

  /**
   * @param {"status" | "score" | "location"} what
   * @param {ReadonlyMap<string, string>} values
   */
  #told(what, values) {
    const words = this.#edition.told[what].map((name) => values.get(name) ?? "").filter((value) => value !== "");
    return words.join(", ") || "–";
  }

  /** @param {ReadonlyMap<string, string>} values */
  #length(values) {
    const { length } = values.get(this.#edition.told.data[0] ?? "") ?? "";
    return `${length.toLocaleString("en-GB")} of ${this.#edition.limit.toLocaleString("en-GB")}`;
  }

  /**
   * @param {string} value
   * @returns {Node} a long one can be opened
   */
  #value(value) {
    if (value.length <= SHORT) return this.#page.createTextNode(value);
    const details = this.#page.createElement("details");
    const summary = this.#page.createElement("summary");
    summary.textContent = `${value.slice(0, SHORT / 2)}… (${value.length.toLocaleString("en-GB")} characters)`;
    details.append(summary, value);
    return details;
  }
}

/**
 * @param {Document} page
 * @param {string} head
 * @param {readonly string[]} cells
 */
function row(page, head, cells) {
  const line = page.createElement("tr");
  const first = page.createElement("th");
  first.scope = "row";
  first.textContent = head;
  line.append(first, ...cells.map((words) => Object.assign(page.createElement("td"), { textContent: words })));
  return line;
}

/**
 * @param {Document} page
 * @param {string} element
 * @returns {(string | Node)[]} its name, which may go on in another line before each full stop
 */
function breakable(page, element) {
  const [first = "", ...rest] = element.split(".");
  return [first, ...rest.flatMap((part) => [page.createElement("wbr"), `.${part}`])];
}
