"""What is left of a draft: lost references, marks of what is still to be written, comments, sources of chat assistants."""

from builder.check.foreign.sign import Sign, sign

DRAFTS: tuple[Sign, ...] = (
    sign(
        "Word",
        "!",
        r"\*{0,2}(?:Error! (?:Reference source|Bookmark|Hyperlink reference) not (?:found|defined|valid)|Error! No [\w ]{3,60}"
        r"|Error! (?:Not a valid|Unknown|Main Document|Style not)[\w ,.-]{0,60}|Fehler! (?:Verweisquelle|Textmarke|Kein|Es ist)[\w ,]{3,60}"
        r"|Erreur ?! (?:Source du renvoi|Signet|Référence)[\w ]{3,60}|Помилка! (?:Джерело посилання|Закладку)[\w ]{3,60}"
        r"|Błąd! Nie [\w ]{3,60}|¡Error! (?:No se|Marcador)[\w ]{3,60}|Gwall! [\w ]{3,60})\.?\*{0,2}",
        "stands for a reference that was lost",
        "Write what it referred to, such as the name of the table, or a link: [words](#my-id)",
        sure=True,
    ),
    sign(
        "chat assistants",
        "【",
        r"[ \t]?【\d[^】\n]{0,40}】",
        "is a reference",
        "Delete it, or name the source in words",
        sure=True,
    ),
    sign(
        "chat assistants",
        "cite",
        r":contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\[?oaicite:\d+\]?",
        "is a reference",
        "Delete it, or name the source in words",
        sure=True,
    ),
    sign(
        "Google Docs",
        "[",
        r"(?<=[.!?,;:”])\[[a-z]{1,2}\](?=\s|$)|^\[[a-z]{1,2}\](?=[A-Z])",
        "is a comment",
        "Delete it, with the words of the comment, or write <!-- the comment -->",
        sure=True,
    ),
    sign(
        "a draft",
        "TODO",
        r"(?<!\w)TODO(?=:)|^TODO(?=\s)|[\[(]TODO\b[^\])\n]*[\])](?!\()",
        "marks what is still to be written",
        "Write it, or delete the mark",
    ),
    sign(
        "a draft",
        "TB",
        r"[\[(]TB[CDA]\b[^\])\n]*[\])](?!\()|(?<=[:–—-] )TB[CDA]\.?$|^TB[CDA]\.?$",
        "marks what is still to be written",
        "Write it, or delete the mark",
    ),
    sign(
        "a draft",
        "XX",
        r"(?<!\w)\[?(?:page|pages|p\.|section|table|figure|chapter|number|on|at|by|of|£|\$|€) ?X{2,4}\]?(?!\w)|\[X{2,}\](?!\()",
        "marks what is still to be written",
        "Write it, or delete the mark",
    ),
    sign(
        "a draft",
        "[",
        r"(?<![\w\]!])\[(?i:insert|add|fill in|your|name of|date of|link to|picture of|image of|placeholder)\b[^\[\]\n]{0,60}\](?![(\[:])",
        "marks what is still to be written",
        "Write it, or delete the mark",
    ),
    sign(
        "a draft",
        "orem ipsum",
        r"(?i:lorem ipsum)(?: dolor)?",
        "is text that stands for other text",
        "Write your own words",
        sure=True,
    ),
)
