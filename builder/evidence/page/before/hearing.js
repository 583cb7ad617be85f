// What a screen reader says of its own accord: the words of every live region, each time they change. `heard` lists them.
(() => {
  if (window.heard) return;
  window.heard = [];
  const LIVE = "[role=status], [role=alert], [role=log], output, [aria-live]:not([aria-live=off])";
  const words = (region) => (region.innerText ?? "").replace(/\s+/g, " ").trim();
  const quiet = (region) => region.getAttribute("aria-live") === "off" || region.closest("[aria-hidden=true]") || !region.checkVisibility();
  const regionsOf = ({ target, addedNodes }) => {
    const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
    const inside = [...addedNodes].flatMap((node) => (node instanceof Element ? [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)] : []));
    return around ? [around] : inside.filter((region) => region.matches("[role=alert]"));
  };
  new MutationObserver((changes) => {
    for (const region of new Set(changes.flatMap(regionsOf))) if (!quiet(region) && words(region)) window.heard.push(words(region));
  }).observe(document, { childList: true, characterData: true, subtree: true });
})();
