// What a screen reader says of its own accord: the words of every live region, each time they change. `heard` lists them.
(() => {
  window.heard = [];
  // What is mixed for each learner is mixed in the same way here.
  Math.random = () => 0.25;
  const LIVE = "[role=status], [role=alert], [aria-live]:not([aria-live=off])";
  const words = (region) => region.innerText.replace(/\s+/g, " ").trim();
  new MutationObserver((changes) => {
    const changed = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(LIVE));
    for (const region of new Set(changed)) {
      if (!region || region.getAttribute("aria-live") === "off" || !region.checkVisibility()) continue;
      if (words(region)) window.heard.push(words(region));
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
})();
