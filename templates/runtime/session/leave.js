/** @typedef {import("../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./ports.js").Ports} Ports */
/** @typedef {import("./save-loop.js").SaveLoop} SaveLoop */

/** Until a server that is asked is not waited for any longer. */
const SERVER = 5000;

/**
 * Ends the session when it is known that the LMS has everything; all of it was said just now.
 * @param {Ports} ports
 * @param {Connection} connection
 * @param {SaveLoop} saving
 * @param {() => Keeper | null} taker the LMS, while this window speaks to it
 * @param {() => void} tell the learner
 */
export function endWhenKept(ports, connection, saving, taker, tell) {
  const end = () => {
    // What was done while the server was asked.
    ports.leave();
    if (saving.state.due.kind !== "clean") saving.flush();
    const keeper = taker();
    if (saving.failing || !keeper) return;
    saving.stop();
    keeper.end(true);
    connection.end("left");
    tell();
  };
  if (saving.failing || !taker()) return;
  // An LMS that has said yes is believed when its server does not say anything for long.
  const cancel = ports.clock.later(end, SERVER);
  connection.ask(true, (there) => {
    cancel();
    if (there && !saving.failing) end();
  });
}
