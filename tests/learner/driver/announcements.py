"""What a live region says, as a screen reader gets it."""

from playwright.sync_api import Locator

_LISTEN = """region => {
  const heard = [];
  const take = () => {
    const words = region.textContent.replace(/\\s+/g, " ").trim();
    if (words) heard.push(words);
    region.dataset.heard = heard.join(" | ");
  };
  new MutationObserver(take).observe(region, { childList: true, characterData: true, subtree: true });
}"""


def listen(region: Locator) -> None:
    """From now on `data-heard` of a live region holds what was put into it, each time after a bar."""
    region.evaluate(_LISTEN)
