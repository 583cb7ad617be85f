"""What is left of a draft: lost references, marks of what is still to be written, comments, sources of chat assistants."""

from builder.check.foreign.sign import Sign, sign

_PARTS = r"(?P<name>(?i:buttons?|accordions?|tabs?|carousel|slider|hotspots?|flip ?cards?|flashcards?|drag[- ]and[- ]drop|interaction|pop-?ups?|knowledge check|click to reveal|(?:next|continue|start|submit) button))"
_SHOWN = r"(?i:video|film|clip|animation|voice ?over|narrator|narration|audio|vo|on[- ]?screen text|ost)"
_SEEN = r"(?i:image|picture|photo|graphic|illustration|screenshot|icon|diagram|chart)"
_SAYS = r"[ \t]*[:–—][ \t]*"

DRAFTS: tuple[Sign, ...] = (
    sign(
        "GitLab",
        "{+",
        r"(?<![\w{])\{\+(?!\+)[ \t]*(?P<words>[^{}\n]+?)[ \t]*\+\}",
        "adds words",
        "Write the words alone: {words}",
        "{words}",
        sure=True,
    ),
    sign("GitLab", "{-", r"(?<![\w{])\{-(?!-)[^{}\n]+-\}", "takes words out", "Delete them", sure=True),
    sign(
        "Obsidian",
        "::",
        r"^(?P<words>[A-Za-z][\w-]{0,30}):: (?=\S)",
        "is a field of a note",
        "Delete it, or write one colon: {words}:",
        "{words}: ",
    ),
    sign(
        "storyboards",
        "[",
        rf"(?<![\w\]!])\[{_PARTS}{_SAYS}[^\[\]\n]{{1,200}}\](?![(\[:{{])|^\[{_PARTS.replace('name', 'words')}[ \t]*\d{{0,2}}\](?![(\[:{{])$",
        "stands for a part of the page",
        "Delete it, and write the part itself: parts that open are `## Details: ...`, cards `## Cards: ...`, a question `## Quiz: ...`. "
        "Satchel has its own buttons to go on",
    ),
    sign(
        "Rise and storyboards",
        "[",
        r"^\[[ \t]*(?:Continue|Next|Back|Previous|Start(?: course)?|Submit|Begin|Finish|Exit)[ \t]*\](?![(\[:{])$",
        "stands for a button",
        "Delete it: Satchel has its own buttons to go on",
    ),
    sign(
        "several tools",
        "[",
        r"(?<![\w\]!\\])\[(?P<words>[\w][\w ()-]{0,60}\.(?:pdf|docx?|pptx?|xlsx?|odt|zip|csv|mp4|mp3))\](?![(\[:{])",
        "names a file",
        "Write a link to it: [its name](files/plan.pdf) . Alone below `## File: ...` it is a file to take",
    ),
    sign(
        "several tools",
        "!(",
        r"(?<![\w!\\])!\((?P<words>[^()\s]+\.(?:png|jpe?g|gif|svg|webp))\)\[(?P<name>[^\[\]\n]+)\]",
        "shows a picture",
        "Write ![{name}]({words})",
        "![{name}]({words})",
        sure=True,
    ),
    sign(
        "several tools",
        "!(",
        r"(?<![\w!\\])!\((?P<words>[^()\s]+\.(?:png|jpe?g|gif|svg|webp))\)",
        "shows a picture",
        "Write ![what one sees]({words})",
        sure=True,
    ),
    sign(
        "storyboards",
        "[",
        rf"^\[{_SHOWN}{_SAYS}[^\[\]\n]{{1,300}}\](?![(\[:{{])$|^\[{_SHOWN}[ \t]*\d{{0,2}}\](?![(\[:{{])$",
        "stands for a film or a sound",
        "A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it, and a recording `## Listen: ...`",
    ),
    sign(
        "storyboards",
        "[",
        rf"^\[{_SEEN}{_SAYS}(?P<words>(?:[a-z]|(?:[Aa]n?|The|Two|Three|Our) )[^\[\]\n]{{1,200}})\](?![(\[:{{])$",
        "stands for a picture",
        "Write ![{words}](images/team.png), with the name of its file",
    ),
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
        r":contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\[?oaicite:\d+\]?|[ \t]?[\ue200-\ue206]?\b(?:file)?cite(?:[\ue200-\ue206]?turn\d+(?:search|view|news|file|image|fetch|academia)\d+)+[\ue200-\ue206]?",
        "is a reference",
        "Delete it, or name the source in words",
        sure=True,
    ),
    sign(
        "Jira and Confluence",
        "~",
        r"\[~(?:accountid:[\w:-]{2,60}|[a-z][\w.@-]{1,60})\](?![(\[])",
        "names a person",
        "Write her name",
        sure=True,
    ),
    sign(
        "Jira and Confluence",
        ")",
        r"^\([!/]\)(?=\s\S)|(?<=\s)\(/\)(?=\s\S)",
        "shows a small picture",
        "Write the sign itself, such as ⚠ or ✔, or words",
        others=("(!)", "(/)"),
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
        r"(?<![\w\]!])\[(?i:insert|add|type|fill in|your|name of|date of|link to|picture of|image of|placeholder)\b[^\[\]\n]{0,60}\](?![(\[:])",
        "marks what is still to be written",
        "Write it, or delete the mark",
    ),
    sign(
        "a draft",
        " here",
        r"^(?i:insert|add|put|type) (?i:an? |the |your |some )?(?i:image|picture|photo|logo|video|film|diagram|chart|table|text|title|name|date|link|quote)s? here[.!]?$",
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
