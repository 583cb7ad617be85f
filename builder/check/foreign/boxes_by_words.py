"""Boxes that other tools begin with a word or an emoji: `NOTE:`, `!>`, `:warning:`."""

from builder.check.foreign.sign import Sign, sign


def _box(kind: str) -> str:
    return f"Write it as a box: > [!{kind}] on a line of its own, and > before each line of the text"


_OF_MARKUA = {"W": "WARNING", "E": "CAUTION", "T": "TIP", "X": "IMPORTANT"}
"""Letter of a box -> what it is here; a note for all others."""
_EMOJI = {
    "WARNING": "warning|rotating_light|fire|zap",
    "CAUTION": "no_entry|no_entry_sign|octagonal_sign|stop_sign|x|skull",
    "IMPORTANT": "exclamation|heavy_exclamation_mark|bangbang|grey_exclamation|mega|loudspeaker",
    "TIP": "bulb|star|rocket|dart|white_check_mark|heavy_check_mark|thumbsup|sparkles",
    "NOTE": "information_source|memo|pencil2?|pushpin|bookmark|book|point_right|speech_balloon|bell|eyes|question",
}
"""What a box is here -> names of emoji with which authors begin one."""

BOXES_BY_WORDS: tuple[Sign, ...] = (
    sign(
        "AsciiDoc",
        ":",
        r"^(?P<name>NOTE|TIP|WARNING|CAUTION|IMPORTANT): (?=\S)",
        "begins a box",
        _box("{name}"),
        "> [!{name}]\n> ",
    ),
    sign(
        "AsciiDoc",
        "[",
        r"^\[(?P<name>NOTE|TIP|WARNING|CAUTION|IMPORTANT)(?:,[^\]\n]*)?\]$",
        "begins a box",
        f"{_box('{name}')}. Lines of ==== above and below it go",
        sure=True,
    ),
    sign(
        "AsciiDoc",
        "[",
        r"^\[(?:quote|verse)(?:,[^\]\n]*)?\]$",
        "begins a quotation",
        "Delete it, and write > before each line of the text. A last line > Source: says where it is from",
        sure=True,
    ),
    sign(
        "AsciiDoc",
        "[",
        r"^\[(?:source|listing)(?:,[^\]\n]*)?\]$",
        "begins a listing",
        "Delete it, and put the code between two lines of ```",
        sure=True,
    ),
    sign(
        "AsciiDoc",
        "[",
        r"^\[(?:horizontal|qanda)(?:,[^\]\n]*)?\]$",
        "begins a list of terms",
        "Delete it. Write each term on a line, and below it a colon, a space and what it means",
        sure=True,
    ),
    sign("Docsify", "> ", r"^!> (?=\S)", "begins a box", _box("IMPORTANT"), sure=True),
    sign("Docsify", "> ", r"^\?> (?=\S)", "begins a box", _box("TIP"), sure=True),
    *(
        sign("Markua", "> ", rf"^{letter}> (?=\S)", "begins a box", _box(kind), sure=True)
        for letter, kind in _OF_MARKUA.items()
    ),
    sign("Markua", "> ", r"^[ABCDGIQ]> (?=\S)", "begins a box", _box("NOTE"), sure=True),
    *(
        sign(
            "many tools",
            ":",
            rf"^:(?:{names}):(?=[ \t]+\S)",
            "is an emoji",
            f"Type the emoji itself. Or write a box: > [!{kind}] on a line of its own, and > before each line of the text",
        )
        for kind, names in _EMOJI.items()
    ),
)
