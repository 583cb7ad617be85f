/** Without an LMS the device keeps all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceKeeper } from "../../templates/runtime/lms/device.js";

for (const place of ["device", "no-lms"]) {
  test(`${place}: what is handed over is whole, and nothing was there before`, () => {
    const keeper = deviceKeeper(place);
    assert.deepEqual(keeper.save(), { outcome: "done", whole: true });
    assert.deepEqual([keeper.place, keeper.reports, keeper.begin(), keeper.note(), keeper.revive()], [place, 0, "done", -1, false]);
    assert.equal(keeper.within(20, 5, () => "done"), "done");
    const { mode, entry, standing, data, score, passMark } = keeper.remembered();
    assert.deepEqual({ mode, entry, standing, data, score, passMark }, { mode: "normal", entry: "", standing: { completion: "none", success: "unknown" }, data: "", score: -1, passMark: null });
  });
}
