"""Names in braces that stand for other words: `{name}`, `{first_name}`, `{nbsp}`."""

from dataclasses import replace

from builder.check.foreign.sign import Sign, sign

_SIGNS = "nbsp|zwsp|wj|apos|quot|lsquo|rsquo|ldquo|rdquo|deg|plus|brvbar|vbar|amp|lt|gt|sp|empty|blank|startsb|endsb|caret|asterisk|tilde|backslash|backtick|cpp|pp"
"""Names of AsciiDoc for characters."""
_NO_NAME = "the|this|that|these|those|sic|unclear|inaudible|silence|pauses?|laughs|laughter|coughs|cries|crying|Enter|Tab|Esc|Shift|Ctrl|Alt|Delete"
"""Words between braces that stand for no others: what transcripts say of a voice, keys, and sets in prose."""
_DOES = "Pause|Discuss|Stop|Wait|Think|Ask|Show|Click|Read|Watch|Play|Point|Turn|Draw|Hand|Give|Let|Look|Take|Write|Allow|Invite|Repeat|Laughter|Applause|Silence|Music"
"""What begins a note to whoever speaks: `{Pause for discussion}`; names in templates begin with a noun."""
_SPEAKS_OF_IT = (
    r"(?:\b(?:writ(?:e|es|ing|ten)|typ(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|put|enter|fill|us(?:e|es|ed|ing)|called|named"
    r"|placeholders?|variables?|fields?|braces|brackets|rhowch|ysgrifennwch|teipiwch|defnyddiwch|wpisz|użyj|schreiben?"
    r"|tippen?|ersetzen?|écri(?:re|vez)|remplac(?:er|ez)|escrib(?:ir|e|a)|scriv(?:ere|i))\b"
    r"|напиш|введ|заміни|впиш|встав|اكتب|أدخل|استبدل|ضع)(?:[^.!?{}]|\{[^{}]*\}){0,20}$"
)
"""Words before such a name of a sentence that is about it: `Put {name} where the name belongs`."""

PLACEHOLDERS: tuple[Sign, ...] = (
    replace(
        sign(
            "AsciiDoc and other templates",
            "{",
            rf"(?<![\\{{])\{{(?:{_SIGNS})\}}(?!\}})"
            rf"|(?<![\w\\{{\]\)$\[|\uffff])\{{(?!decorative|shuffle|row-heads|lang|(?:{_NO_NAME})\}}|(?:{_DOES})(?: [a-z]+)*\}})"
            r"(?P<words>[A-Za-z][a-z\d]*(?:[-_][A-Za-z\d]+)+|[A-Za-z][a-z]{2,24}(?: [A-Za-z][a-z]{2,24}){0,2})\}(?![\w}\ufffc])",
            "stands for other words",
            "Write these words. If several places need them, add them to `variables` in course.yml, and write {{{{name}}}}",
        ),
        unless=_SPEAKS_OF_IT,
    ),
)
