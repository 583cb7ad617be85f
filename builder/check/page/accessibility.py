"""What keeps the page open to everybody: titles, headings, links, pictures."""

import re
from collections.abc import Iterator

from builder.model.content.spelling import alike
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault

_VAGUE = frozenset(
    [
        *(
            "click here",
            "here",
            "click",
            "press here",
            "tap here",
            "see here",
            "link here",
            "read here",
            "download here",
        ),
        *("more", "read more", "learn more", "find out more", "see more", "more info", "more information", "details"),
        *(
            "link",
            "this link",
            "the link",
            "this",
            "this page",
            "this website",
            "this site",
            "website",
            "go",
            "download",
        ),
        *(
            "yma",
            "cliciwch yma",
            "cliciwch",
            "cliciwch fan hyn",
            "mwy",
            "darllen mwy",
            "darllenwch fwy",
            "darllen rhagor",
        ),
        *("darllenwch ragor", "dysgu mwy", "dysgwch fwy", "rhagor o wybodaeth", "mwy o wybodaeth", "gweld mwy"),
        *("rhagor", "manylion", "lawrlwytho", "dolen", "y ddolen hon"),
        *(
            "اقرأ المزيد",
            "المزيد",
            "للمزيد",
            "معرفة المزيد",
            "اعرف المزيد",
            "هنا",
            "اضغط هنا",
            "انقر هنا",
            "رابط",
            "الرابط",
        ),
        *("هذا الرابط", "تفاصيل", "التفاصيل", "تحميل", "تنزيل", "مزيد من المعلومات"),
        *("читати далі", "читати більше", "докладніше", "детальніше", "дізнатися більше", "більше", "далі", "тут"),
        *("натисніть тут", "клацніть тут", "посилання", "це посилання", "завантажити", "сайт"),
        *("читать далее", "читать дальше", "подробнее", "узнать больше", "далее", "здесь", "тут", "нажмите здесь"),
        *("ссылка", "эта ссылка", "скачать"),
        *("czytaj więcej", "czytaj dalej", "więcej", "dowiedz się więcej", "więcej informacji", "szczegóły", "tutaj"),
        *("tu", "kliknij tutaj", "kliknij tu", "kliknij", "link", "ten link", "pobierz", "strona"),
        *("lire la suite", "lire plus", "en savoir plus", "plus", "plus d’informations", "plus d'informations", "ici"),
        *("cliquez ici", "cliquer ici", "voir plus", "lien", "ce lien", "télécharger", "détails"),
        *(
            "mehr",
            "weiterlesen",
            "mehr erfahren",
            "mehr lesen",
            "hier",
            "klicken sie hier",
            "hier klicken",
            "dieser link",
        ),
        *("leer más", "más", "más información", "saber más", "aquí", "haga clic aquí", "haz clic aquí", "enlace"),
        *("leia mais", "saiba mais", "aqui", "clique aqui", "leggi di più", "leggi tutto", "qui", "clicca qui"),
    ]
)
_OF_A_SLIDE = re.compile(
    r"(?:bg|fit)(?: (?:left|right|vertical|fit|contain|cover|auto)(?::\d+%)?| \d+%| (?:blur|opacity|brightness|w|h|width|height):[\w.%]+)*"
    r"|(?:w|h|width|height):[\w.%]+(?: (?:w|h|width|height):[\w.%]+)*"
)
"""Words that place a picture on a slide of Marp."""
_FILE_NAME = re.compile(r"^[\w ()%.-]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    {"image", "picture", "photo", "photograph", "graphic", "img", "untitled", "screenshot", "figure"}
)
_KIND_ALONE = rare_pattern(r"^\w+:\s*(?:\{[^{}]*\})?$|^\{[^{}]*\}$")
"""A kind word without words after it, or an id alone: reported where they are read."""
_BARE = rare_pattern(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


_COPY = rare_pattern(
    r" \(\d\)\.md$| - copy\b| copy(?: \d)?\.md$|^copy of |conflict|-(?:desktop|laptop)(?:-\w+)?\.md$|macbook",
    re.IGNORECASE,
)
"""What Windows, macOS and services that keep folders alike put into the name of a copy."""


def check_titles(course: Course) -> Iterator[Diagnostic]:
    """A17: no two modules with the same title."""
    seen: dict[str, str] = {}
    for module in course.modules:
        words = alike(module.title)
        if words in seen:
            hint = "Give each module a title of its own."
            if any(_COPY.search(path) for path in (seen[words], module.span.path)):
                hint = "One of them may be a copy that a program made: delete it, or move it out of the folder. Otherwise give each module a title of its own."
            yield fault("A17", module.span, f"{seen[words]} has the same title, “{module.title}”", hint)
        seen.setdefault(words, module.span.path)


def check_headings(course: Course) -> Iterator[Diagnostic]:
    """A03 and A04: no level left out, and words in each."""
    for module in course.pages:
        level = 1
        for heading in module.facts.headings:
            if heading.level > level + 1:
                message = f"this heading is of level {heading.level}, and the one above it of level {level}"
                signs, fewer = "#" * heading.level, "#" * (level + 1)
                hint = f"Write {heading.excerpt.strip().replace(signs, fewer, 1)}"
                yield fault("A03", heading.span, message, hint, heading.excerpt, (f"{signs} ", f"{fewer} "))
            level = min(heading.level, level + 1)  # as it is once mended, so that those below are reported as well
            words = heading.excerpt.strip().strip("#").strip()
            if not heading.text.strip() and words and not _KIND_ALONE.match(words):
                hint = "Put words beside it, or say between the square brackets of the picture what it shows."
                yield fault("A04", heading.span, "this heading has no words", hint, heading.excerpt)


def check_links(course: Course) -> Iterator[Diagnostic]:
    """A04 and A11: every link has words, and they say where it leads."""
    for module in course.pages:
        for link in module.facts.links:
            words = link.text.strip().strip(".…:>»→").strip()
            if not words:
                yield fault(
                    "A04",
                    link.span,
                    "this link has no words",
                    "Put its words between the square brackets.",
                    link.excerpt,
                )
            elif words.casefold() in _VAGUE:
                hint = "Say where it leads, so that it makes sense on its own: [the study of 2021](...)."
                yield fault("A11", link.span, f"“{link.text}” does not say where this link leads", hint, link.excerpt)
            elif _BARE.match(words):
                hint = "Put the title of the page between the square brackets: [Title](address)."
                yield fault(
                    "A11", link.span, "a screen reader reads a bare address out letter by letter", hint, link.excerpt
                )


def check_pictures(course: Course) -> Iterator[Diagnostic]:
    """A01 and A02: every picture has words that say what it shows."""
    if (cover := course.cover) and _says_nothing(cover.words):
        hint = "Say what one would see: picture-text: Five people around a table"
        yield fault("A02", cover.span, f"“{cover.words}” does not say what this picture shows", hint, cover.excerpt)
    for module in course.pages:
        for picture in module.facts.pictures:
            alt = picture.alt.strip()
            if picture.decorative:
                continue
            if not alt:
                hint = (
                    "Say what it shows between the square brackets, or write {decorative} after it if it says nothing."
                )
                yield fault("A01", picture.span, "there are no words in place of this picture", hint, picture.excerpt)
            elif _says_nothing(alt):
                hint = "Say what one would see: ![Five people around a table](...)."
                yield fault("A02", picture.span, f"“{alt}” does not say what this picture shows", hint, picture.excerpt)


def _says_nothing(alt: str) -> bool:
    """Whether the words in place of a picture are the name of a file, or that it is a picture."""
    return bool(_FILE_NAME.match(alt) or _OF_A_SLIDE.fullmatch(alt) or alt.casefold() in _SAYS_NOTHING)
