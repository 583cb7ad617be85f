"""The kinds of block, each in one module of its own. A new kind is a module, a component, and one line here."""

from builder.kinds.file import FILE_TO_TAKE
from builder.kinds.fill import FILL
from builder.kinds.films import LISTEN, WATCH
from builder.kinds.match import MATCH
from builder.kinds.number import NUMBER
from builder.kinds.order import ORDER
from builder.kinds.parts import CARDS, COLUMNS, DETAILS, LAYERS, TIMELINE
from builder.kinds.picture import PICTURE
from builder.kinds.quiz import QUIZ
from builder.kinds.reflect import REFLECT
from builder.kinds.scale import SCALE
from builder.kinds.scene import SCENE
from builder.kinds.sort import SORT
from builder.kinds.stages import STAGES
from builder.kinds.survey import SURVEY
from builder.kinds.ticks import CHECKLIST, DECLARE
from builder.model.kind import Kind

KINDS: tuple[Kind, ...] = (
    *(QUIZ, ORDER, MATCH, SORT, FILL, NUMBER, SCALE, SURVEY, REFLECT, CHECKLIST, DECLARE, SCENE),
    *(STAGES, DETAILS, CARDS, COLUMNS, LAYERS, TIMELINE, PICTURE, FILE_TO_TAKE, WATCH, LISTEN),
)
"""All of them, in the order of the format."""
