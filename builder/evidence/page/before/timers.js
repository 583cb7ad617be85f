// A clock that is put forward swallows what its timers throw; here it is reported as the browser itself would.
(() => {
  const guarded = (act) => (...words) => {
    try {
      return act(...words);
    } catch (problem) {
      window.reportError(problem);
    }
  };
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
    const real = window[name].bind(window);
    window[name] = (act, ...rest) => real(typeof act === "function" ? guarded(act) : act, ...rest);
  }
})();
