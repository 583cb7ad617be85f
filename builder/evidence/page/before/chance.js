// Chance that is the same at each run: what is drawn or shuffled is drawn alike. Documents of other moments draw otherwise.
(() => {
  const MOST = 2 ** 32;
  let seed;
  Math.random = () => {
    seed = ((seed ?? Date.now() % MOST) * 1_664_525 + 1_013_904_223) % MOST;
    return seed / MOST;
  };
})();
