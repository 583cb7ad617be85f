import { isMadeOf, joinTexts } from "./join-texts.js";
import { joinPortfolios } from "./portfolio.js";
import { FILM_STEP } from "../contract.js";
import { hash32 } from "./hash.js";
import { isSeen } from "./suspend-data/keys.js";
import { emptyRecord, emptySnapshot } from "./snapshot.js";

/** @typedef {import("./snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./snapshot.js").ItemRecord} ItemRecord */

/**
 * What the LMS and this device remember, made one. The device wins when it has counted as many saves: a browser
 * that was killed, or an LMS that lost the last commit, leaves it ahead, and it alone holds the reflections.
 * @param {Snapshot | null} lms
 * @param {Snapshot | null} device
 * @returns {Snapshot}
 */
export function reconcile(lms, device) {
  if (lms === null || device === null) return lms ?? device ?? emptySnapshot();
  const [here, there] = withoutOldWords(device, lms, ({ sent }) => sent, (ours, theirs) => {
    // An LMS that has counted no further than this device has not heard of what it was sent last; one that has begun a
    // new attempt may have words that were never these.
    return lms.counter > device.counter && isMadeOf(theirs, ours);
  });
  const joined = device.counter >= lms.counter ? join(here, there, true) : join(there, here, true);
  return { ...joined, preferences: joinPreferences(device, lms) };
}

/**
 * What another window has written on this device since this one last read it there, brought into this one.
 * @param {Snapshot} live
 * @param {Snapshot} device
 * @param {Snapshot | null} base what this window and the device last had in common
 * @returns {Snapshot}
 */
export function catchUp(live, device, base) {
  const common = (/** @type {ItemRecord} */ _, /** @type {string} */ id) => hash32(base?.items.get(id)?.text ?? "");
  const [ours, theirs] = withoutOldWords(device, live, common, () => true);
  return reconcile(theirs, ours);
}

/**
 * Of two different texts the one that has not changed since both had the same is the older, and goes. Both changed:
 * both stay.
 * @param {Snapshot} device
 * @param {Snapshot} other
 * @param {(record: ItemRecord, id: string) => number | undefined} common hash of the words that both last had
 * @param {(ours: string, theirs: string) => boolean} replaced whether the other's words may stand for those that were here
 * @returns {[Snapshot, Snapshot]}
 */
function withoutOldWords(device, other, common, replaced) {
  const [ours, theirs] = [new Map(device.items), new Map(other.items)];
  for (const [id, here] of device.items) {
    const there = other.items.get(id);
    const base = common(here, id);
    if (base === undefined || !there || there.text === "" || here.text === there.text) continue;
    if (hash32(there.text) === base) theirs.set(id, { ...there, text: "", state: here.text === "" ? "unanswered" : there.state });
    else if (hash32(here.text) === base && replaced(here.text, there.text)) ours.set(id, { ...here, text: "" });
  }
  return [{ ...device, items: ours }, { ...other, items: theirs }];
}

/**
 * What a browser that was killed had not yet put where it is read first.
 * @param {Snapshot} live
 * @param {Snapshot} spare
 * @param {Snapshot | null} base what was read first; words that have not changed since are the older ones
 * @returns {Snapshot}
 */
export function recovered(live, spare, base) {
  const old = (/** @type {string} */ id, /** @type {ItemRecord} */ { text }) => text === (base?.items.get(id)?.text ?? "");
  const items = new Map([...live.items].map(([id, record]) => [id, old(id, record) ? { ...record, text: "" } : record]));
  return join(spare, { ...live, items });
}

/**
 * The newer one, with whatever only the older one has. No answer and no word is dropped.
 * @param {Snapshot} newer
 * @param {Snapshot} older
 * @param {boolean | "latest"} [further] whether an answer given more often counts, though it is of the older one: that it has
 *   saved less since does not make it so; `latest`: or the one that was given last, where that is known of both
 * @returns {Snapshot}
 */
export function join(newer, older, further = false) {
  const modules = new Map([...older.modules, ...newer.modules]);
  for (const [id, state] of older.modules) if (state === "done") modules.set(id, "done");
  const items = new Map(older.items);
  for (const [id, record] of newer.items) items.set(id, joinRecords(record, older.items.get(id) ?? emptyRecord(), further));
  return {
    counter: Math.max(newer.counter, older.counter),
    current: newer.current || older.current,
    modules,
    items,
    films: joinFilms(newer.films, older.films),
    completed: newer.completed || older.completed,
    passed: newer.passed || older.passed,
    score: Math.max(newer.score, older.score),
    seed: newer.seed || older.seed,
    preferences: joinPreferences(newer, older),
    portfolio: joinPortfolios(newer.portfolio, older.portfolio),
    dormant: hasDormant(newer) ? newer.dormant : older.dormant,
    ...takenOf(newer, older),
  };
}

/** @type {(first: Snapshot, other: Snapshot) => Snapshot["preferences"]} how the page looks follows her to where she has not chosen yet */
function joinPreferences({ preferences: first }, { preferences: { reading } }) {
  return first.reading === undefined && reading !== undefined ? { ...first, reading } : first;
}

/**
 * @param {Snapshot["films"]} newer
 * @param {Snapshot["films"]} older
 * @returns {Snapshot["films"]} with all that was watched in either
 */
function joinFilms(newer, older) {
  const films = new Map([...older, ...newer]);
  for (const [id, seen] of older) if (isSeen(id)) films.set(id, ((seen / FILM_STEP) | ((newer.get(id) ?? 0) / FILM_STEP)) * FILM_STEP);
  return films;
}

/** @type {(newer: Snapshot, older: Snapshot) => Pick<Snapshot, "taken">} */
function takenOf(newer, older) {
  const taken = newer.taken ?? older.taken;
  return taken ? { taken } : {};
}

/** @type {(snapshot: Snapshot) => boolean} */
const hasDormant = ({ dormant }) => dormant.modules.length + dormant.items.length + dormant.films.length > 0;

/**
 * @param {ItemRecord} newer
 * @param {ItemRecord} older
 * @param {boolean | "latest"} further
 * @returns {ItemRecord}
 */
function joinRecords(newer, older, further) {
  const isLater = further === "latest" && newer.note && older.note ? older.note.at > newer.note.at : undefined;
  const behind = further && newer.attempts > 0 && (isLater ?? older.attempts > newer.attempts);
  const answer = (newer.state === "unanswered" && newer.attempts <= older.attempts) || behind ? older : newer;
  // A state that was cut to fit keeps how a question stands, but not what was chosen.
  const text = joinTexts(older.text, newer.text);
  const joined = newer.joined || (text !== newer.text && text !== older.text);
  const response = answer.response.length > 0 || older.state !== answer.state ? answer.response : older.response;
  // Checked since: what was not checked before is no more. An LMS may have had no room for it, which is not that.
  const isSpent = answer === newer && (newer.attempts > older.attempts || newer.state !== older.state || newer.response.join() !== older.response.join());
  const draft = newer.draft ?? (isSpent ? null : older.draft);
  const drafted = draft === newer.draft ? newer.drafted : older.drafted;
  return {
    state: answer.state,
    response,
    draft,
    attempts: Math.max(newer.attempts, older.attempts),
    index: newer.index >= 0 ? newer.index : older.index,
    credit: answer.credit,
    basis: answer.basis || (response === older.response && older.state === answer.state ? older.basis : 0),
    text,
    ...(joined ? { joined: /** @type {const} */ (true) } : {}),
    ...(draft !== null && drafted !== undefined ? { drafted } : {}),
    ...sentOf(newer, older, text),
    ...noteOf(answer, answer === newer ? older : newer),
  };
}

/**
 * An LMS gives back an answer without what it was told of it, which the device still knows.
 * @type {(answer: ItemRecord, other: ItemRecord) => Pick<ItemRecord, "note" | "noted">}
 */
function noteOf(answer, other) {
  const same = answer.attempts === other.attempts && answer.text === other.text && answer.response.join() === other.response.join();
  const { note, noted } = answer.note || !same ? answer : other;
  return note ? { note, ...(noted ? { noted } : {}) } : {};
}

/**
 * Words that were written for the device alone stay so, also beside others.
 * @type {(newer: ItemRecord, older: ItemRecord, text: string) => Pick<ItemRecord, "sent">}
 */
function sentOf(newer, older, text) {
  const [first = "", second = ""] = [older, newer].map((record) => (record.sent ? record.text : ""));
  const sent = newer.sent || older.sent;
  return sent && joinTexts(first, second) === text ? { sent } : {};
}
