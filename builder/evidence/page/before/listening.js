// Elements of which a script listens for the pointer resting on them. `pointed` has them.
(() => {
  if (window.pointed) return;
  window.pointed = new Set();
  const RESTS = /^(mouse|pointer)(enter|over)$/;
  const real = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, ...rest) {
    if (RESTS.test(name) && this instanceof Element) window.pointed.add(this);
    return real.call(this, name, ...rest);
  };
})();
