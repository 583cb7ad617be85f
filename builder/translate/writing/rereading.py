"""Whether a translation, once it is written in its file, is read as it was meant."""

from collections import Counter

from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.lines import label_of
from builder.translate.extract.inline import InlineSegments
from builder.translate.segment import Segment
from builder.translate.writing.rendering import Chosen, rendered

_EMPHASIS = frozenset({"bold", "italic", "struck"})


class Rereader:
    """Reads what is about to be written."""

    def __init__(self) -> None:
        self.engine = InlineEngine()

    def problem(self, segment: Segment, chosen: Chosen) -> tuple[str, str] | None:
        """What would be read otherwise: a message and a hint; None when all is as the translator sees it."""
        if segment.style not in {"markdown", "cell"} or chosen(segment) == segment.tokens:
            return None
        text = rendered(segment, chosen)
        if segment.style == "cell":
            text = text.replace("\\|", "|")
        labels = [
            part[2:-1]
            for code in segment.codes
            for part in (*code.before, *code.after)
            if isinstance(part, str) and part.startswith("][")
        ]
        self.engine.define({label_of(label): ("a", "") for label in labels})
        gaps = any(code.kind == "gap" for code in segment.codes)
        read = InlineSegments(self.engine, segment.file, {}).segment(text, 1, 1, segment.role, "markdown", "", gaps)
        wanted, found = (Counter(code.kind for code in one.codes) for one in (segment, read))
        if lost := wanted - found:
            kind = next(iter(lost))
            if kind in _EMPHASIS:
                hint = f"Put whole words into the {kind} part, with a space or a sign on either side of it."
                return f"the {kind} part cannot be written where it stands", hint
            return f"the {kind} cannot be written where it stands", "Put a space on either side of it."
        if more := found - wanted:
            return f"its words would be read as {next(iter(more))}", "Write it without these signs."
        return None
