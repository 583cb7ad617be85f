/**
 * Reporter of Node's tests that ends the process at the first that fails, and prints its file. It ends it too when the
 * CPU time since the last event is over `SATCHEL_STALLED` seconds: a change may loop for ever.
 */
import { writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const events = new Int32Array(new SharedArrayBuffer(4));
const watch = `
const { workerData } = require("node:worker_threads");
let seen = -1;
let from = 0;
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const spent = (user + system) / 1e6;
  const now = Atomics.load(workerData.events, 0);
  if (now !== seen) [seen, from] = [now, spent];
  else if (spent - from > workerData.most) process.kill(process.pid, "SIGKILL");
}, 200);
`;
new Worker(watch, { eval: true, workerData: { events, most: Number(process.env.SATCHEL_STALLED ?? 15) } }).unref();

export default async function* firstFailure(source) {
  for await (const { type, data } of source) {
    Atomics.add(events, 0, 1);
    if (type === "test:fail" && data.todo === undefined && data.skip === undefined) {
      const file = data.file ?? "";
      writeSync(1, `${file.startsWith("file:") ? fileURLToPath(file) : file}\n`);
      process.exit(1);
    }
  }
}
