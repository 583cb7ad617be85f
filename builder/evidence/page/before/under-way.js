// How many requests of the page's scripts are under way: pages that are made in the browser come after them.
(() => {
  if (window.underWay) return;
  window.underWay = { count: 0, ever: 0 };
  const { underWay } = window;
  const begun = () => {
    underWay.count += 1;
    underWay.ever += 1;
    let over = false;
    return () => {
      if (!over) underWay.count -= 1;
      over = true;
    };
  };
  const real = window.fetch;
  window.fetch = function (...words) {
    const end = begun();
    const answer = real.apply(this, words);
    answer.then(end, end);
    return answer;
  };
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...words) {
    this.addEventListener("loadend", begun(), { once: true });
    return send.apply(this, words);
  };
})();
