// The browser's own time, beside the clock of the course: for frames that are drawn, and for engines that wait. Run before that clock.
(() => {
  if (window.ownTime) return;
  const NAMES = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame", "requestIdleCallback", "cancelIdleCallback"];
  const own = Object.fromEntries(NAMES.filter((name) => window[name]).map((name) => [name, window[name].bind(window)]));
  let held = null;
  window.ownTime = {
    /** Two frames were drawn: what waits for one has come, such as an observer of what is in sight. */
    drawn: () => new Promise((done) => own.requestAnimationFrame(() => own.requestAnimationFrame(() => own.setTimeout(done)))),

    later: own.setTimeout,

    /** From now on timers are the browser's own. */
    lend() {
      held ??= Object.fromEntries(Object.keys(own).map((name) => [name, window[name]]));
      Object.assign(window, own);
    },

    /** Timers are those of the course's clock again. */
    end() {
      Object.assign(window, held ?? {});
      held = null;
    },
  };
})();
