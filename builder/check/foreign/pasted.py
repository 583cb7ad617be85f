"""What word processors and wrong encodings leave in pasted text: fields, prompts, letters of symbol fonts."""

import re

from builder.check.foreign.sign import Sign, sign

_FOLLOWS = "\u00a0-\u00bf\u0192\u02c6\u02dc\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u201a\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
"""What the second byte of a letter becomes where UTF-8 is read as Windows-1252; without quotation marks and dashes."""
_SYMBOLS = "\uf04a\uf0e8\uf0df\uf0b7\uf0a7\uf0fc\uf0d8\uf0b4"
"""What the commonest arrows, faces, ticks and bullets of Wingdings and Symbol become, beside U+F0E0; few, for the sake of speed."""
_AGAIN = "Write what it would show"

PASTED: tuple[Sign, ...] = (
    sign(
        "a file that was read in the wrong encoding",
        "â€",
        rf"â(?:€.?|‚¬|„¢)|Ã[{_FOLLOWS}\u2013\u2014\u2018-\u201d]|Â[\u00a0-\u00bf]|[ÄÅ][{_FOLLOWS}]|(?:[ÐÑ][{_FOLLOWS}\u2013\u2014\u2018-\u201d]?){{2,}}|\ufffd",
        "is a garbled letter or sign",
        "Type it again, as it should be. If there are many, save the file as UTF-8 where it came from, and copy the text anew",
        sure=True,
        others=("â‚¬", "Ã", "Â", "Ä", "Å", "Ð", "Ñ", "\ufffd"),
    ),
    sign(
        "a symbol font of Word",
        "\uf0e0",
        r"(?<=\S)[ \t]*[\ue000-\uf8ff]",
        "is a sign",
        "Write the sign itself, such as →, or words; learners would see an empty box",
        sure=True,
        others=tuple(_SYMBOLS),
    ),
    sign(
        "Windows",
        "\\",
        r"(?<![\w\\`])(?P<words>\\\\[A-Za-z\d][\w.-]*(?:\\[\w.$-]*[\w$])+\\?)(?![\\{])",
        "is a place of files",
        "Write `{words}`",
        "`{words}`",
        typed="\\",
    ),
    sign(
        "Windows",
        ":",
        r"(?<![\w\\`])(?P<words>[A-Za-z]:(?:\\[\w.$-]*)*\\[!-,.:-@^_~-][^\s`<>|{}]*[\w\\])(?![\\{])",
        "is a place of files",
        "Write `{words}`",
        "`{words}`",
        typed="\\",
    ),
    sign(
        "Word",
        "to enter ",
        r"(?i:click(?: or tap)?(?: here)? to enter (?:text|a date)|choose an item(?=\.$))\.?",
        "asks for words",
        "Write these words, or delete it",
        sure=True,
        others=("Choose an item",),
    ),
    sign(
        "Word",
        "{",
        r"\{ ?(?:MERGEFIELD|HYPERLINK|PAGEREF|NUMPAGES|INCLUDEPICTURE|DOCPROPERTY|FORMTEXT|FORMCHECKBOX|PAGE|REF|SEQ|TOC)\b[^{}\n]*\}",
        "is a field",
        _AGAIN,
        sure=True,
    ),
    sign(
        "Word",
        "HYPERLINK",
        r"(?<![\w{])(?:(?:HYPERLINK|INCLUDEPICTURE) [\"“][^\"”\n]{0,300}?(?:[\"”]|\uffff(?=\s|$))|PAGEREF _\w+(?: \\h)?|MERGEFIELD \w+)",
        "is a field",
        f"{_AGAIN}. A link is [words](address)",
        sure=True,
        others=("PAGEREF", "MERGEFIELD", "INCLUDEPICTURE"),
    ),
    sign(
        "PDF and Word",
        "age ",
        r"^(?:Page|PAGE|page) \d{1,4}(?: (?:of|/) \d{1,4})?$|^\d{1,4} \| ?P ?a ?g ?e$|^[–—] \d{1,4} [–—]$",
        "is the number of a page",
        "Delete it: a course has no pages of paper",
        others=("| P", "|P", "– ", "— "),
    ),
    sign(
        "a serial letter of Word",
        "«",
        r"«(?:[A-Z][A-Za-z]{0,30}[a-z][A-Z]\w{0,30}|[A-Za-z]{1,30}_\w{1,30})»",
        "is a field",
        "Write words that are true for every learner. What may change stands in `variables`: {{{{name}}}}",
        sure=True,
    ),
    sign(
        "HTML",
        "&",
        r"&amp;(?:[a-z]{2,8}|#\d+);|&(?:nbsp|quot|eacute|[rl][sd]quo|[nm]dash|hellip)(?![;\w])",
        "stands for a character, but not so",
        "Type the character itself",
    ),
    sign(
        "Google Docs",
        "**",
        "\\\\\uffff\\\\\uffff(?P<words>[^\\\\\\n]{1,80})\\\\\uffff\\\\\uffff",
        "stands for bold words",
        "Write **{words}**",
        "**{words}**",
    ),
    sign(
        "Google Docs",
        "](",
        "\\\\\\[(?P<words>[^\\\\\\n\\[]{1,80})\\\\\\]\\\\?\\([\uffff\\\\]+\\)",
        "stands for a link",
        "Write [words](address), without backslashes",
    ),
    sign(
        "Google Docs",
        "[ ] ",
        "^(?:\\\\\uffff )?\\\\\\[[ xX]?\\\\?\\] (?=\\S)",
        "is an option",
        "A question is a heading `## Quiz: ...`, with a line for each option below it, without backslashes: - [x] for a right one, - [ ] for others",
        sure=True,
        others=("[x] ", "[X] "),
    ),
)


def garbled(words: str) -> str:
    """The first letter or sign that a wrong encoding made of words outside the text, as in captions; empty for none."""
    row = PASTED[0]
    found = re.search(row.pattern, words) if row.may_be_in(words) else None
    return found[0] if found else ""
