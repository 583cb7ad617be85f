"""A11: addresses that stand in the text as they are."""

import re
from collections.abc import Iterator

from builder.check.language.vocabulary import Vocabulary
from builder.check.places import remark
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern

_ADDRESS = rare_pattern(
    r"(?<![\w@./-])(?<!\]\()(?<!\] \()(?<!\]\( )(?:https?://|www\.)[^\s<>\"“”]*[\w/]", re.IGNORECASE
)
"""Behind a bracket it is a link that went wrong, which is reported elsewhere."""


_MAIL = rare_pattern(r"(?<![\w@./+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}(?![\w@-])")


def check_mail(words: Vocabulary) -> Iterator[Diagnostic]:
    """STR-048: an e-mail address is a link in many previews, and none here without pointed brackets."""
    if "@" not in words.text:
        return
    linked = {address for link in words.module.facts.links for address in _MAIL.findall(link.text)}
    for passage in words.passages:
        for address in _MAIL.findall(passage.text) if "@" in passage.text else ():
            if address not in linked:
                message = "this e-mail address is not a link: learners would have to copy it"
                hint = f"Write <{address}>, or put it between backticks to show it as it is."
                yield remark("STR-048", words.module, passage, address, message, hint, (address, f"<{address}>"))


def check_addresses(words: Vocabulary) -> Iterator[Diagnostic]:
    """An address without brackets is a link in many previews, and none here; code is left as it is."""
    if "://" not in words.text and "www." not in words.text:
        return
    linked = {address for link in words.module.facts.links for address in _ADDRESS.findall(link.text)}
    for passage in words.passages:
        for address in _ADDRESS.findall(passage.text):
            if address not in linked:
                whole = address if "://" in address else f"https://{address}"
                message = "this address is not a link, and a screen reader reads it out letter by letter"
                hint = f"Write: [Title of the page]({whole}) , or put it between backticks to show it as it is."
                turned = re.search(rf"\(([^()\[\]]+)\)\[{re.escape(address)}\]", passage.text)
                if turned:
                    message = "the brackets of this link are the wrong way round"
                    hint = f"Write: [{turned[1]}]({whole})"
                yield remark("A11", words.module, passage, address, message, hint)
