"""Signs of other tools: each is a row, with its tool and with what to write here."""

from builder.check.foreign.boxes import BOXES
from builder.check.foreign.boxes_by_words import BOXES_BY_WORDS
from builder.check.foreign.drafts import DRAFTS
from builder.check.foreign.exports import EXPORTS
from builder.check.foreign.fences import ENGINES
from builder.check.foreign.formulas import FORMULAS
from builder.check.foreign.layout import LAYOUT
from builder.check.foreign.pasted import PASTED
from builder.check.foreign.questions import QUESTIONS
from builder.check.foreign.settings import SETTINGS
from builder.check.foreign.sign import Sign
from builder.check.foreign.tags import TAGS
from builder.check.foreign.wikis import WIKIS
from builder.check.foreign.words import WORDS

SIGNS: tuple[Sign, ...] = (
    *ENGINES,
    *WIKIS,
    *EXPORTS,
    *QUESTIONS,
    *BOXES,
    *BOXES_BY_WORDS,
    *TAGS,
    *LAYOUT,
    *DRAFTS,
    *SETTINGS,
    *PASTED,
    *FORMULAS,
    *WORDS,
)
"""Every sign; of two that fit the same place the first one counts."""
