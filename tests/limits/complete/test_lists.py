"""Every list of words that a room of the builder has is held: by `words.txt` or by a test that is named here."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module

from builder.model.kind import Kind
from tests.conftest import ROOT
from tests.limits.test_word_lists import LISTS

ROOMS = ("read", "check", "kinds", "model", "render")
FEWEST = 3
"""Words of a list, or alternatives of a pattern."""

IN_WORDS = {
    "read.blocks.film_source.FILM": "films",
    "model.interface.language_names.LANGUAGE_NAMES": "names of captions",
    "read.files.film_duration.FILMS": "films",
    "read.files.ignored_files._NOT_MODULES": "files that are no modules",
    "read.files.ignored_files._SETTINGS": "files of settings",
    "read.ids.RESERVED": "ids of the page",
    "model.interface.language_names.ENGLISH_NAMES": "names of languages",
    "read.language_tags._OTHERWISE": "other codes of languages",
    "read.language_tags.CODES": "codes of languages",
    "read.language_tags._SPOKEN": "countries",
    "read.language_tags._WRITTEN": "scripts",
    "read.language_tags.TAG": "codes of languages",
    "read.links._OUTSIDE": "schemes of links",
    "read.markdown.figures._NAMES": "descriptions",
    "read.markdown.html_hints.HINTS": "elements that load or run",
    "model.content.html_elements.ALLOWED": "elements of HTML",
    "read.markdown.inline_parser.html_tags.ALLOWED_ATTRIBUTES": "attributes of HTML",
    "read.markdown.labels._OTHER_WORDS": "words that are no label",
    "read.markdown.table_captions._NAMES": "captions of tables",
    "read.near_miss.definitions._NO_TERM": "words above terms",
    "read.near_miss.headings._ORDERS": "words behind an order",
    "read.near_miss.headings._SPEAKS_OF": "words behind a name",
    "read.near_miss.numbers._NO_UNIT": "no units",
    "read.questions.hints._ANSWERS": "solutions",
    "read.questions.hints._SOLUTIONS": "solutions",
    "read.questions.hints._EXAMPLES": "examples",
    "read.questions.hints._NAMES": "hints",
    "check.language.abbreviations._SIGNS": "known abbreviations",
    "check.language.capitals_and_ascii_art._KEPT": "capitals that stay",
    "check.language.italics._REFERENCES": "lists of references",
    "check.language.sensory_words._COLOURS": "colours",
    "check.language.sensory_words._COLOUR": "shades",
    "check.language.sensory_words._THINGS": "things of a colour",
    "check.language.sensory_words._WORDS": "words in a colour",
    "check.language.sensory_words._SHOWN": "things at a side",
    "check.language.sensory_words._PARTS": "things above",
    "check.language.sensory_words._LOOKS": "ways to show",
    "check.language.sensory_words._NEAR": "ways to name what is above",
    "check.language.sensory_words._SHAPES": "shapes",
    "check.language.vocabulary.KNOWN": "known abbreviations",
    "check.page.accessibility._VAGUE": "vague words of a link",
    "check.page.accessibility._SAYS_NOTHING": "alternatives that say nothing",
    "check.page.layout._OF_TEXT": "names of pictures of text",
    "check.page.link_text._KINDS": "files to download",
    "check.page.link_text._PICTURES": "pictures to link to",
    "check.questions._ABOVE": "options that speak of others",
    "check.questions._POINTS": "options that speak of others",
    "check.questions._BEGINS": "options that speak of others",
    "check.questions._BARE": "feedback that says nothing",
    "check.questions._ANSWERS": "beginnings of feedback",
    "kinds.quiz._TRUE_FALSE": "true and false",
    "model.hidden._HIDING": "rules that hide text",
}
"""Constant -> its list in `words.txt`, or one of them; test_word_lists.py tries each word and some near it."""

ELSEWHERE = {
    **dict.fromkeys(
        (
            "check.foreign.names.placeholders._DOES",
            "read.near_miss.answer_lines.apart.answer_key._IN_LINE",
            "read.near_miss.answer_lines.apart.folded._NAMED",
            "read.near_miss.answer_lines.remedy._NUMBER",
            "read.near_miss.headings._WORDS_ELSEWHERE",
            "read.questions.common._ANSWER",
            "read.questions.common._BEGUN",
        ),
        "tests/unit/read/dialects/test_questions_meant.py",
    ),
    **dict.fromkeys(
        (
            "kinds.number.open_ends._AMID",
            "read.near_miss.answer_lines.elsewhere.IS",
            "read.near_miss.answer_lines.marked._ABOUT_SIGNS",
            *(f"read.near_miss.gaps.blanks.{name}" for name in ("_NO_ANSWER", "_PARTING", "_WORDS")),
        ),
        "tests/unit/read/dialects/test_right_answers_kept.py",
    ),
    **dict.fromkeys(
        (
            *(f"kinds.number.right_numbers._{name}" for name in ("ORDINAL", "OR")),
            *(f"kinds.number.open_ends._{name}" for name in ("ABOVE", "BELOW")),
        ),
        "tests/unit/test_numbers.py",
    ),
    **dict.fromkeys(
        (
            *(f"read.near_miss.number_words.behind.{name}" for name in ("_TIMES", "_FIRST", "_ANYWHERE", "_ORDINAL")),
            *(f"read.near_miss.number_words.behind.{name}" for name in ("_CAPITAL_NOUNS", "_UNITS")),
            "read.near_miss.numbers._OUT_OF",
        ),
        "tests/limits/number_words.txt",
    ),
    "check.foreign.fences.ENGINES": "tests/courses/foreign-signs.txt",
    "check.foreign.tags.__init__._TAGS": "tests/unit/read/signs/test_template_tags.py",
    "read.markdown.html_hints._COMPONENTS": "tests/unit/read/signs/test_template_tags.py",
    "render.theme.page_faults._HINTS": "tests/look/test_own_pages.py",
    "read.blocks.parts._EMPTY": "tests/courses/blocks.txt",
    "render.comparison._SAID": "tests/compare/test_languages.py",
    "check.page.accessibility._OF_A_SLIDE": "tests/constructs/test_constructs.py",
    "read.markdown.inline_parser.brackets._KINDS": "tests/translate/test_segments.py",
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.claims._FALSE",
            "read.near_miss.answer_lines.claims._REASON",
            "read.near_miss.answer_lines.claims._TRUE",
            "read.near_miss.answer_lines.claims._TRUTH",
            "read.near_miss.answer_lines.how_many._ALL",
            "read.near_miss.answer_lines.how_many._ANSWERS",
            "read.near_miss.answer_lines.how_many._ASKS",
            "read.near_miss.answer_lines.how_many._COUNTS",
            "read.near_miss.answer_lines.how_many._FIVE",
            "read.near_miss.answer_lines.how_many._FOUR",
            "read.near_miss.answer_lines.how_many._ONE",
            "read.near_miss.answer_lines.how_many._THREE",
            "read.near_miss.answer_lines.how_many._TWO",
            "read.near_miss.answer_lines.how_many._VERB",
            "read.near_miss.answer_lines.labels._VERDICT",
            "read.near_miss.answer_lines.labels._WRONG",
            "read.near_miss.gaps.__init__._OR",
        ),
        "tests/unit/read/held/test_answers_in_words.py",
    ),
    **dict.fromkeys(
        (
            "check.foreign.layout._CODES",
            "check.foreign.settings._NAMES",
            "check.foreign.settings._TAGS",
            "read.settings.keys.other_names.OTHER_NAMES",
            "read.settings.keys.other_names._IDLE",
            "read.settings.keys.other_names._LATER",
            "read.settings.keys.other_names._OURS",
            "read.settings.keys.other_values._NUMBERS",
            "read.settings.keys.other_values._SHARE",
            "read.settings.keys.other_values._TIMES",
            "read.settings.keys.other_values._VALUES",
            "read.settings.keys.other_values._WORDS",
        ),
        "tests/unit/read/signs/test_other_settings.py",
    ),
    **dict.fromkeys(
        ("read.settings.validate._LISTS", "read.settings.yaml_errors._TAKE_LISTS"), "tests/courses/settings.txt"
    ),
    **dict.fromkeys(
        (
            *(f"read.near_miss.answer_lines.claims.{name}" for name in ("_ABOUT", "_ARTICLE", "_BUT", "_INSTEAD")),
            *(f"read.near_miss.answer_lines.claims.{name}" for name in ("_IT_IS", "_NOT", "_OPENS")),
            *(f"read.near_miss.answer_lines.marks.{name}" for name in ("_COMMENT_RIGHT", "_COMMENT_WRONG")),
        ),
        "tests/unit/read/signs/test_contrasts.py",
    ),
    **dict.fromkeys(
        (
            "check.foreign.names.placeholders._SIGNS",
            "check.language.abbreviations._LICENCES",
            "check.foreign.masking.PLAIN",
        ),
        "tests/courses/foreign-signs.txt",
    ),
    **dict.fromkeys(
        (
            *(f"read.near_miss.answer_lines.labelled.{name}" for name in ("_COUNTS", "_FEEDBACK_WORDS", "_OTHERS")),
            *(f"read.near_miss.answer_lines.labelled.{name}" for name in ("_OTHER_NAMES", "_RIGHT", "_WHEN", "_WRONG")),
            *(f"read.near_miss.answer_lines.marks.{name}" for name in ("_SAYS_RIGHT", "_SAYS_WRONG")),
            "read.near_miss.answer_lines.marked._ASKS",
        ),
        "tests/unit/read/signs/test_questions_of_other_tools.py",
    ),
    **dict.fromkeys(
        [f"kinds.number.other_forms.{name}" for name in ("_ABOUT", "_FROM", "_NEAR", "_OPEN", "_SIZES", "_TO")],
        "tests/unit/read/signs/test_number_lines.py",
    ),
    "check.unread_suppressions._NEARLY": "tests/courses/seldom.txt",
    "read.near_miss.answer_lines.words.stems.STEMS": "tests/unit/read/held/test_answer_stems.py",
    **dict.fromkeys(
        (
            "read.markdown.inline_parser.tex._ATTRIBUTES",
            "read.markdown.inline_parser.tex._ELEMENTS",
            "read.markdown.inline_parser.tex._HOLDS_NOTHING",
            "read.markdown.inline_parser.tex._PARTS",
            "render.html.code_colours._PLAIN",
            "render.html.code_colours._WHOLE",
        ),
        "tests/limits/test_formulas.py",
    ),
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.elsewhere._WHOLE_ANSWER",
            "read.near_miss.answer_lines.labels._AS",
            "read.near_miss.answer_lines.labels._BEGINS",
            "read.near_miss.answer_lines.labels._COUNTED",
            "read.near_miss.answer_lines.labels._IS",
            "read.near_miss.answer_lines.labels._NOUNS",
            "read.near_miss.answer_lines.labels._RIGHT",
            "read.near_miss.answer_lines.words.letters.ORDINALS",
            "read.near_miss.answer_lines.words.letters.WHOLE",
            "read.near_miss.answer_lines.words.letters._AMONG",
            "read.near_miss.answer_lines.words.letters._AND",
            "read.near_miss.answer_lines.marks._WRONG",
            "read.near_miss.answer_lines.marks._BEHIND",
            "read.near_miss.answer_lines.marks._BOLD",
            "read.near_miss.answer_lines.marks._RIGHT",
            "read.near_miss.answer_lines.marks._WORDS",
            "read.near_miss.answer_lines.options._AND",
            "read.near_miss.answer_lines.options._NAMED",
            "read.near_miss.answer_lines.options._PLACES",
            "read.near_miss.answer_lines.verdicts._ASKS_FOR_WRONG",
            "read.near_miss.answer_lines.verdicts._GOES_ON",
            "read.near_miss.answer_lines.verdicts._RIGHT",
            "read.near_miss.answer_lines.verdicts._WRONG",
            "read.questions.hints._HINTS",
        ),
        "tests/limits/rows/answer_lines.txt",
    ),
    **dict.fromkeys(
        (
            "read.blocks.film_address.OTHERS",
            "read.blocks.film_remote._YOUTUBE_PATH",
            "check.language.prices._BEFORE",
            "check.language.prices._BEHIND",
            "read.list_signs.ENGLISH",
            "read.list_signs._NO_WORD",
            "read.list_signs._WORD",
            "read.markdown.boxes._SOURCE_WORDS",
            "read.near_miss.one_alone._GOES_ON",
            "read.markdown.table_captions._SENTENCE",
            "read.settings.unfit._SOME_ID",
            "read.theme.own_files._SCRIPTS",
            "read.theme.own_files._SETTINGS",
        ),
        "tests/limits/rows/more.txt",
    ),
    **dict.fromkeys(
        (
            "read.settings.times._ABOUT",
            "read.settings.times._MINUTES",
            "read.settings.times._HOURS",
            "read.settings.times._AND",
            "read.settings.times._BEHIND",
            "read.settings.times._PHRASES",
            "read.blocks.transcript._SHORT",
            "read.blocks.film_keys.NO_FILE",
            "read.blocks.film_reason._SAYS_NOTHING",
            "read.blocks.shapes._TO_DO",
            "read.theme.own_files._TEMPLATES",
            "read.theme.own_files._STYLES",
            "render.theme.colour_words.COLOUR_WORDS",
            "render.theme.own_styles._LITERAL",
            "render.theme.own_styles._WEAKENS",
        ),
        "tests/limits/test_more_word_lists.py",
    ),
    **dict.fromkeys(
        (
            "read.settings.times._RANGE",
            "check.indented_words._COMMANDS",
        ),
        "tests/unit/read/held/odd_words.txt",
    ),
    **dict.fromkeys(
        ("read.files.ignored_files._MARKDOWN", "read.files.ignored_files._OTHER_TEXT"),
        "tests/unit/read/files/test_left_out.py",
    ),
    **dict.fromkeys(
        (
            "read.languages.beside._OPTIONS",
            "read.languages.beside._TERMS",
            "render.page.other_languages._POINTERS",
        ),
        "tests/languages/test_several.py",
    ),
    "read.near_miss.numbers._POINT_PARTS": "tests/limits/test_more_word_lists.py",
    "check.language.abbreviations._CITED": "tests/courses/language.txt, reports of courts",
    "check.language.sensory_words._WHERE": "tests/courses/structure.txt",
    **dict.fromkeys(
        (
            "read.files.linked.drawings._RUNS",
            "read.files.linked.drawings._ANIMATES",
            "read.files.linked.drawings._SHOWS",
            "read.files.linked.drawings._PICTURE",
        ),
        "tests/unit/read/held/odd_drawings.txt",
    ),
    **dict.fromkeys(("read.files.linked.signatures._BEGINNINGS",), "tests/hostile/test_linked_files.py"),
    **dict.fromkeys(
        ("read.files.unicode_form._MARKS", "read.files.unicode_form._UNMARKED"), "tests/hostile/test_encodings.py"
    ),
    **dict.fromkeys(
        (
            "read.files.portable_names._KINDS",
            "read.files.portable_names._DEVICE",
            "read.words_to_ids._LATIN",
        ),
        "tests/unit/read/held/names.txt",
    ),
    **dict.fromkeys(
        (
            "read.typography._QUOTES",
            "read.typography._DROPPED",
            "read.typography._DROPPED_IN_WELSH",
        ),
        "tests/languages/test_quotes.py",
    ),
    **dict.fromkeys(
        (
            "render.html.direction._OTHERWISE",
            "render.html.direction._LEFTWARD",
            "render.html.direction._LEFTWARD_SCRIPTS",
        ),
        "tests/languages/test_direction.py",
    ),
    **dict.fromkeys(
        (
            "read.markdown.block_parser.html_blocks._HTML_NAMED",
            "read.markdown.block_parser.html_blocks._HTML_PAIRS",
        ),
        "tests/unit/read/test_commonmark.py",
    ),
    **dict.fromkeys(
        (
            "read.blocks.film_keys.KEYS",
            "read.blocks.film_keys.HEARD",
            "read.blocks.film_pauses._BEGINS",
            "read.blocks.film_pauses._LEAD",
            "read.blocks.film_source.RECORDING",
            "read.blocks.shapes._FILM",
            "read.blocks.shapes._SOUND",
        ),
        "tests/rules/odds/questions/films.src",
    ),
    **dict.fromkeys(
        (
            "read.markdown.attributes._PART",
            "read.markdown.attributes._MEANT",
            "read.markdown.braces._TRUTH",
            "read.near_miss.attributes._OPTION",
            "read.questions.attributes.OPTIONS",
        ),
        "tests/rules/odds/texts/braces.src",
    ),
    "read.near_miss.one_alone._UNITS": "tests/courses/structure.txt",
    **dict.fromkeys(
        (
            "check.foreign.boxes_by_words.BOXES_BY_WORDS",
            "check.foreign.boxes_by_words._EMOJI",
            "check.foreign.boxes_by_words._OF_MARKUA",
            "check.page.layout._ASKED",
            "check.page.layout._RIGHT",
            "read.near_miss.blocks._BOX",
            "read.near_miss.headings._CALLED",
        ),
        "tests/unit/read/dialects/test_words_of_other_tools.py",
    ),
    **dict.fromkeys(
        ("read.near_miss.counted_lines._ALPHABETS", "read.near_miss.counted_lines._ORDINALS"),
        "tests/unit/read/dialects/test_counted_lines.py",
    ),
    **dict.fromkeys(("read.near_miss.run_together._SIGNS",), "tests/rules/odds/texts/lists.src"),
    **dict.fromkeys(
        (
            "read.questions.hints._CLUES",
            "check.leftover_markup.signs._ENTRY",
            "check.leftover_markup.signs._APART",
            "read.near_miss.blocks._LABEL",
        ),
        "tests/rules/odds/texts/signs.src",
    ),
    **dict.fromkeys(("check.questions._REPLY",), "tests/rules/odds/questions/options.src"),
    **dict.fromkeys(
        (
            "read.settings.keys.course._RECORD",
            "read.settings.keys.course.COURSE_KEYS",
            "read.settings.keys.people.PERSON_KEYS",
            "read.settings.keys.theme._IN_THE_LIGHT",
            "read.settings.keys.theme.FONT_KEYS",
            "read.settings.validate._NAMES",
        ),
        "tests/rules/odds/settings/unfit.src",
    ),
    "read.settings.keys.cover.COVER_KEYS": "tests/courses/theme.txt",
    **dict.fromkeys(
        (
            "read.settings.keys.form.FORM_KINDS",
            "read.settings.keys.form.FORM_QUESTION_KEYS",
            "read.settings.keys.form.FORM_KEYS",
            "read.settings.passages._FORM",
        ),
        "tests/rules/odds/settings/record.src",
    ),
    **dict.fromkeys(
        (
            "read.settings.passages._COURSE",
            "read.near_miss.blocks._SETTING",
        ),
        "tests/rules/odds/settings/settings.src",
    ),
    **dict.fromkeys(
        (
            "read.settings.json_schema.TEXT",
            "read.settings.json_schema.TEXTS",
            "read.settings.json_schema.ANY_TEXT",
            "read.settings.json_schema.FRAMEWORKS",
            "read.settings.json_schema.LANGUAGES",
            "read.settings.json_schema.NUMBERS",
            "read.settings.json_schema.WORDS",
        ),
        "tests/authoring/test_schema.py",
    ),
    **dict.fromkeys(
        (
            "check.foreign.boxes._ADVICE",
            "check.foreign.boxes.BOXES",
            "check.foreign.drafts.DRAFTS",
            "check.foreign.drafts._PARTS",
            "check.foreign.drafts._SEEN",
            "check.foreign.drafts._SHOWN",
            "check.foreign.fences.FENCES",
            "check.foreign.fences._NAME",
            "check.foreign.findings._UNNAMED",
            "check.foreign.layout._BOX_NAMES",
            "check.foreign.layout._KEY",
            "check.foreign.layout.LAYOUT",
            "check.foreign.questions.__init__.QUESTIONS",
            "check.foreign.questions.gift.GIFT",
            "check.foreign.formulas.FORMULAS",
            "check.foreign.words.WORDS",
            "check.foreign.names.placeholders._NO_NAME",
        ),
        "tests/courses/foreign-signs.txt",
    ),
    **dict.fromkeys(
        tuple(
            f"check.foreign.{name}"
            for name in (
                *(
                    f"names.advice.{one}"
                    for one in ("WORDS", "OVER", "OWN", "ALONE", "_NAMED_PARTS", "_SAID", "SEVERAL")
                ),
                "headings._SHAPES",
                "headings._LISTS",
            )
        ),
        "tests/courses/block-headings.txt",
    ),
    **dict.fromkeys(
        (
            "check.foreign.names.languages.NAMES",
            *(
                f"check.foreign.names.near.{name}"
                for name in (
                    "_VARIANTS",
                    "_REAL",
                    "_FILE_SLIPS",
                    "_NAMED",
                    "_FORMS",
                    "_ASKED",
                    "_NO_DASH",
                    "_FILM",
                    "_SOUND",
                    "_LINKED",
                    "READS",
                )
            ),
        ),
        "tests/unit/read/dialects/test_block_names.py",
    ),
    **dict.fromkeys(
        (
            *(f"read.markdown.inline_parser.tex_parts.{name}" for name in ("_PROSE", "_SET_AS_WORDS")),
            "read.near_miss.one_alone._SIGNED",
            "check.foreign.fences._LANGUAGE",
            *(f"check.foreign.names.boxes.{name}" for name in ("_BOX", "_HOLDERS", "BOX_CLASSES")),
            *(f"check.foreign.names.placeholders.{name}" for name in ("_SPEAKS_OF_IT", "PLACEHOLDERS")),
            *(f"check.language.low_lines.{name}" for name in ("_PYTHON", "_IN_PYTHON")),
        ),
        "tests/unit/read/dialects/test_braces.py",
    ),
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.labelled._ABOVE",
            "check.foreign.exports.__init__.EXPORTS",
            "check.questions._COUNTED",
        ),
        "tests/unit/read/dialects/test_questions.py",
    ),
    **dict.fromkeys(("render.makeup._NAMES", "render.makeup._SETTLED"), "tests/compare/test_every_value.py"),
    "kinds.number.unit_names._SHORTENED": "tests/unit/read/signs/test_number_lines.py",
    **dict.fromkeys(
        ("check.foreign.formulas._OPERATORS", "read.near_miss.run_together._PARTS"),
        "tests/unit/read/dialects/test_lists_and_sums.py",
    ),
    "check.foreign.headings._PLAINLY": "tests/unit/read/signs/test_told_blocks.py",
    "kinds.number.unit_names._AS_A_WORD": "tests/unit/test_numbers.py",
    "read.markdown.boxes._NO_SLIPS": "tests/unit/read/signs/test_boxes.py",
    **dict.fromkeys(
        tuple(f"check.foreign.headings.{name}" for name in ("_ANSWER", "_GO", "_OPEN", "_TASK")),
        "tests/unit/read/signs/test_questions_of_other_tools.py",
    ),
    **dict.fromkeys(
        tuple(f"read.near_miss.answer_lines.words.said_behind.{name}" for name in ("_COMMENT", "_RIGHT", "_WRONG")),
        "tests/unit/read/signs/test_remedies_keep.py",
    ),
    "read.questions.survey_headings._NAMED": "tests/unit/read/signs/test_survey.py",
    "read.markdown.braces._MACROS": "tests/constructs/further.toml",
    "kinds.number.right_numbers._PARTED": "tests/unit/test_numbers.py",
    "kinds.number.money._NAME": "tests/unit/test_numbers.py",
    **dict.fromkeys(
        tuple(f"kinds.number.plain_line.{name}" for name in ("_COMMANDS", "_MARKS", "_WORDS")),
        "each is in a line; tests/unit/read/signs/test_number_lines.py",
    ),
    **dict.fromkeys(
        (
            *(f"model.content.dollars.{name}" for name in ("_BEGIN", "_CURRENCY", "_END", "_NAMES")),
            *(
                f"read.markdown.inline_parser.tex_parts.{name}"
                for name in ("_CHEMISTRY", "_KNOWN", "_LINES", "_SETS_COLUMNS", "_UNITS")
            ),
            "model.content.signs.SIGNED",
            "read.markdown.inline.reader._MARKED",
        ),
        "each is in a formula; tests/unit/read/signs/test_lists_of_signs.py",
    ),
    "kinds.number.plain_line._LENGTH": "tests/unit/test_numbers.py",
    "read.near_miss.headings._HOLDERS": "tests/courses/block-headings.txt",
    **dict.fromkeys(
        ("kinds.number.unit_names._BY_NAME", "kinds.number.unit_names._POWERS"), "tests/contract/test_contract.py"
    ),
    **dict.fromkeys(
        (
            "check.language.abbreviations._SMALL",
            "check.language.sensory_words._NAMED",
            "check.language.sensory_words._ALONE",
        ),
        "tests/courses/language.txt",
    ),
    **dict.fromkeys(
        (
            "check.language.foreign_passages.NAMES",
            "check.language.foreign_passages._CODES",
        ),
        "tests/limits/test_scripts.py",
    ),
    **dict.fromkeys(("check.page.link_text._SIZE",), "tests/limits/test_file_kinds.py"),
    **dict.fromkeys(("check.film.captions._LOOKS",), "tests/limits/test_texts.py"),
    **dict.fromkeys(
        tuple(f"read.blocks.film_address.{name}" for name in ("_SHARES", "_ONWARDS")),
        "each service; tests/unit/test_remote_films.py",
    ),
    **dict.fromkeys(
        ("read.blocks.film_keys._MEANT", "read.files.ignored_files._TRANSCRIPT"),
        "a word of each list; tests/courses/films.txt",
    ),
    **dict.fromkeys(
        (
            "check.lost_words._SAID_IN_TAGS",
            "check.lost_words._LABEL",
        ),
        "tests/rules/test_words.py",
    ),
    **dict.fromkeys(("check.page.accessibility._FILE_NAME",), "tests/courses/links.txt"),
    "check.completion._PARTS": "tests/completion/test_declared.py, one with a fault is not called missing",
    "check.run._OF_CHOICES": "tests/courses/questions.txt, the choices of scenes that are text",
    **dict.fromkeys(
        (
            "kinds.films.LISTEN",
            "kinds.reflect.REFLECT",
            "kinds.films.WATCH",
        ),
        "tests/rules/odds/questions/kinds.src",
    ),
    **dict.fromkeys(
        (
            "read.markdown.block_parser.boxes.FOLDED",
            "read.markdown.block_parser.boxes._BETWEEN_COLONS",
            "read.markdown.boxes._KINDS",
            "read.markdown.boxes._UNNAMED",
            "read.markdown.boxes._WORDS",
        ),
        "tests/unit/read/signs/test_boxes.py",
    ),
    **dict.fromkeys(("read.markdown.glossary_links._LEFT_ALONE",), "tests/unit/read/test_glossary.py"),
    **dict.fromkeys(("read.markdown.inline_parser.engine._LIBRARY",), "tests/unit/read/test_tokens.py"),
    **dict.fromkeys(("read.files.assets._PICTURES",), "tests/unit/read/test_pictures.py"),
    **dict.fromkeys(
        (
            "model.contract.hash32._START",
            "model.contract.hash32._PRIME",
            "model.contract.hash32._FIRST_MIX",
            "model.contract.hash32._SECOND_MIX",
        ),
        "tests/rules/test_room.py",
    ),
    **dict.fromkeys(
        (
            "model.look.palette._VERDICTS",
            "model.look.theme.COLOUR_NAMES",
            "model.look.theme.USES",
            "render.assets.theme_styles._FAMILIES",
            "render.look._TOKENS",
        ),
        "tests/unit/test_theme.py",
    ),
    **dict.fromkeys(("model.rules.SEVERITIES",), "tests/architecture/test_rules.py"),
    **dict.fromkeys(
        (
            "render.answer_key.codes._CODES",
            "render.answer_key.table.HEAD",
        ),
        "tests/unit/answer_key/test_answer_key.py",
    ),
    **dict.fromkeys(("render.page.translated._BETWEEN",), "tests/handover/test_messages.py"),
    **dict.fromkeys(
        (
            "render.html.filters.CONTENT_FILTERS",
            "render.page.filters.FILTERS",
        ),
        "tests/build/test_shown.py",
    ),
    **dict.fromkeys(
        ("render.page.metadata.MOVING_PICTURES",),
        "tests/unit/test_render.py",
    ),
    **dict.fromkeys(
        ("read.files.names_on_disk._FAMILIES", "read.files.webvtt._NO_CAPTION", "read.settings.unfit._LEFT_OUT"),
        "tests/courses/links.txt, films.txt and settings.txt",
    ),
    "model.interface.__init__.FORMS": "plural forms of CLDR; tests/languages/test_strings.py",
    "render.interface.cldr._DIGITS": "numbering systems of CLDR; tests/languages/test_strings.py",
    "render.interface.missing._SPOKEN": "attributes of HTML; tests/languages/test_strings.py",
    "render.interface.missing._VOID": "elements of HTML, none of which is a word of the author",
    "render.interface.missing._PLAIN": "elements of HTML, none of which is a word of the author",
    **dict.fromkeys(("check.foreign.pasted.PASTED", "check.foreign.wikis.WIKIS"), "tests/courses/foreign-signs.txt"),
    "model.kind.Sent": "tests/handover/test_kinds.py",
    "model.rare_pattern._METHODS": "methods of a pattern, none of which is a word of the author",
    "read.markdown.boxes._QUOTED": "tests/constructs/further.toml",
    "read.near_miss.blocks._MARKED": "kinds of node, none of which is a word of the author",
    "read.questions.common._COUNTED": "numbers as words, in a hint; tests/courses/questions.txt",
    "check.language.sensory_words._PLACES": "words without which no rule is tried; the rules are held by their own lists",
}
"""Constant -> where its words are held, or why they need not be."""


def lists() -> Iterator[str]:
    """Constants of a module that hold words to look for or to choose from."""
    for room in ROOMS:
        for file in sorted((ROOT / "builder" / room).rglob("*.py")):
            name = ".".join(file.relative_to(ROOT / "builder").with_suffix("").parts)
            for statement in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value and _is_list(statement.value):
                    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                    named = [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
                    yield from (
                        f"{name}.{constant}"
                        for constant in named
                        if constant != "__all__" and not _is_row(f"builder.{name}", constant)
                    )


def _is_row(module: str, constant: str) -> bool:
    """Whether it is the row of a kind without other words for its own: names and types, which the tests of all kinds hold."""
    if not module.startswith("builder.kinds."):
        return False
    value = getattr(import_module(module.removesuffix(".__init__")), constant)
    return isinstance(value, Kind) and not value.also


def _is_list(value: ast.expr) -> bool:
    """Whether most texts in a value are words, one of them is a list of words, or a pattern has several to choose from."""
    texts = [node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    words = [text for text in texts if re.fullmatch(r"[\w.&’' -]{1,30}", text)]
    choices = max((1 + len(re.findall(r"\w\|(?=\w)", text)) for text in texts), default=0)
    return (
        ".split()" in ast.unparse(value) or choices >= FEWEST or (len(words) >= FEWEST and 2 * len(words) > len(texts))
    )


def test_every_list_of_words_is_held() -> None:
    """A new one needs an entry in `words.txt`, or a test of its own."""
    found = set(lists())
    missing = sorted(found - set(IN_WORDS) - set(ELSEWHERE))
    assert not missing, f"no test holds the words of {missing}: name one under IN_WORDS or ELSEWHERE"
    assert len(found) > 100


def test_what_holds_them_is_there() -> None:
    """A constant that was renamed takes its entry along, and so does a list or a test."""
    assert sorted((set(IN_WORDS) | set(ELSEWHERE)) - set(lists())) == []
    assert sorted(set(IN_WORDS) & set(ELSEWHERE)) == []
    assert sorted(set(IN_WORDS.values()) - set(LISTS)) == []
    named = {path for reason in ELSEWHERE.values() for path in re.findall(r"tests/[\w./-]+\w", reason)}
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
