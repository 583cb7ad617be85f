import assert from "node:assert/strict";
import { test } from "node:test";
import { lockTurn, storageTurn, turnOf } from "../../templates/runtime/ownership/turn.js";
import { FakeClock } from "./fakes/fake-clock.mjs";

/** Web Locks as a browser has them, for one name. */
class FakeLocks {
  #holder = null;

  async request(name, { ifAvailable = false, steal = false }, act) {
    await null; // a browser never answers before the call is over
    if (this.broken) throw new DOMException("denied", "SecurityError");
    if (this.#holder && ifAvailable) return act(null);
    if (this.#holder && steal) this.#holder(new DOMException("stolen", "AbortError"));
    let stolen;
    const robbed = new Promise((_, reject) => (stolen = reject));
    this.#holder = stolen;
    try {
      return await Promise.race([act({ name }), robbed]);
    } finally {
      if (this.#holder === stolen) this.#holder = null;
    }
  }
}

/** Windows of one origin: each hears what the others store. */
class FakeOrigin {
  windows = [];

  open() {
    const heard = [];
    const own = { navigator: {}, addEventListener: (_, act) => heard.push(act), heard };
    own.localStorage = {
      setItem: (key, newValue) => {
        for (const other of this.windows) if (other !== own) for (const act of other.heard) act({ key, newValue });
      },
    };
    this.windows.push(own);
    return own;
  }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const WAYS = {
  "Web Locks": () => {
    const locks = new FakeLocks();
    return (clock, heard) => lockTurn(locks, "key", clock, heard);
  },
  storage: () => {
    const origin = new FakeOrigin();
    return (clock, heard) => storageTurn(origin.open(), "key", clock, heard);
  },
};

for (const [name, make] of Object.entries(WAYS)) {
  const pages = () => {
    const clock = new FakeClock();
    const turn = make();
    const page = () => {
      const words = [];
      const say = (word) => () => words.push(word);
      return { words, turn: turn(clock, { got: say("got"), refused: say("refused"), lost: say("lost") }) };
    };
    const pass = async () => {
      for (let step = 0; step < 6; step += 1) {
        await settled();
        clock.advance(150);
      }
      await settled();
    };
    return { page, pass };
  };

  test(`${name}: the second page is refused, takes over when told to, and the first one hears of it`, async () => {
    const { page, pass } = pages();
    const [first, second] = [page(), page()];
    first.turn.ask();
    await pass();
    second.turn.ask();
    await pass();
    assert.deepEqual([first.words, second.words], [["got"], ["refused"]]);
    second.turn.take();
    await pass();
    assert.deepEqual([first.words, second.words], [["got", "lost"], ["refused", "got"]]);
    first.turn.take();
    await pass();
    assert.deepEqual([first.words.at(-1), second.words.at(-1)], ["got", "lost"]);
  });

  test(`${name}: a page that is loaded anew is not in its own way`, async () => {
    const { page, pass } = pages();
    const [before, after] = [page(), page()];
    before.turn.ask();
    await pass();
    after.turn.ask();
    await settled();
    before.turn.release();
    await pass();
    assert.ok(name === "storage" || after.words.join() === "got", after.words.join());
    const later = page();
    after.turn.release();
    later.turn.ask();
    await pass();
    assert.equal(later.words.at(-1), "got");
  });
}

for (const [name, make] of Object.entries(WAYS)) {
  const heardBy = async (act) => {
    const clock = new FakeClock();
    const turn = make();
    const words = [];
    const say = (word) => () => words.push(word);
    const page = turn(clock, { got: say("got"), refused: say("refused"), lost: say("lost") });
    act(page);
    for (let step = 0; step < 6; step += 1) {
      await settled();
      clock.advance(150);
    }
    return words;
  };

  test(`${name}: a page that lets go before it is answered hears of nothing, and of its turn once when it asks again`, async () => {
    assert.deepEqual(await heardBy((page) => (page.ask(), page.release())), []);
    assert.deepEqual(await heardBy((page) => (page.ask(), page.release(), page.ask())), ["got"]);
  });
}

test("where a frame may use neither, it goes on", async () => {
  const clock = new FakeClock();
  const words = [];
  const heard = { got: () => words.push("got"), refused: () => words.push("refused"), lost: () => words.push("lost") };
  const locks = new FakeLocks();
  locks.broken = true;
  lockTurn(locks, "key", clock, heard).ask();
  await settled();
  assert.deepEqual(words, ["got"]);
  const sandboxed = {
    get navigator() {
      throw new DOMException("denied", "SecurityError");
    },
    get localStorage() {
      throw new DOMException("denied", "SecurityError");
    },
    addEventListener: () => {},
  };
  turnOf(sandboxed, "key", clock, heard).ask();
  clock.advance(1000);
  assert.deepEqual(words, ["got", "got"]);
});
