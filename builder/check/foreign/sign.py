"""A row of the table of foreign signs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that means something in another tool, and nothing here."""

    tool: str
    """The tool, or several, as authors call them."""
    mark: str
    """Letters that every use of it holds, as a learner would see them: what is passed over by this alone."""
    pattern: str
    """The sign in one line of the source; `^` is the first letter of the line's words. Compiled when a text has its mark."""
    does: str
    """What it does in that tool: behind “$x$” and before “in LaTeX”."""
    write: str
    """What to do or write here; the named groups of the pattern may stand in it, {Name} with a capital."""
    fix: str = ""
    """What to put in its place, likewise; empty where the author must choose."""
    rule: str = "STR-048"
    """STR-031 where the sign can mean nothing else, STR-048 where an author may have meant it as it is."""
    kinds: frozenset[str] = frozenset({"paragraph", "words", "setting"})
    """In which passages it is looked for (`Passage.kind`)."""
    others: tuple[str, ...] = ()
    """Where uses of it have no letters in common: what they may hold in place of `mark`."""
    is_code: bool = False
    """Whether it is code among words, with its backticks, which is covered for all other signs."""
    typed: str = ""
    """What the source of every use holds and a learner does not see: backslashes that are gone. Looked for before they are covered."""
    is_left_out: bool = False
    """Whether a learner sees nothing of it."""

    quoted: str = ""
    """What to do or write where it stands in a quotation, if that is something else."""
    unless: str = ""
    """Words before it in its line that are about the sign itself: where they stand it is meant as it is."""

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the letters of it."""
        return self.mark in text or any(other in text for other in self.others)


def sign(
    tool: str,
    mark: str,
    pattern: str,
    does: str,
    write: str,
    fix: str = "",
    *,
    sure: bool = False,
    code: bool = False,
    text: bool = True,
    others: tuple[str, ...] = (),
    is_code: bool = False,
    typed: str = "",
) -> Sign:
    """A row.

    `sure`: it can mean nothing else. `code`: it becomes code where it is indented. `text`: it is left in a text, and not
    in titles and other settings alone, where no sign is read. `is_code`: it is code among words.
    """
    kinds = {"setting", *(("paragraph", "words") if text else ()), *(("indented",) if code else ())}
    rule = "STR-031" if sure else "STR-048"
    return Sign(tool, mark, pattern, does, write, fix, rule, frozenset(kinds), others, is_code, typed)
