"""Every threshold that the builder has is held from both sides, or has a reason why it need not be."""

import ast
import re
from collections.abc import Iterator

from tests.cases import for_each
from tests.conftest import ROOT
from tests.limits import test_files, test_texts

ELSEWHERE = {
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.apart.answer_key._NUMBER",
            "read.near_miss.answer_lines.apart.answer_key._IN_LINE",
            "read.near_miss.answer_lines.apart.folded._NAMED",
            "read.near_miss.headings._MOST",
        ),
        "tests/unit/read/dialects/test_questions_meant.py",
    ),
    **dict.fromkeys(
        (
            "kinds.match._MOST",
            "read.near_miss.answer_lines.marked._ABOUT_SIGNS",
            "read.near_miss.answer_lines.marked._FEW",
            "read.near_miss.gaps.blanks._LONGEST",
        ),
        "tests/unit/read/dialects/test_right_answers_kept.py",
    ),
    "read.markdown.context._LONGEST_TAG": "how much of a tag a message repeats; tests/unit/read/dialects/test_questions.py",
    **dict.fromkeys(
        (
            "check.language.sums._WHOLE_WORD",
            "read.near_miss.number_words.list_numbers._TOLD",
            "read.near_miss.number_words.list_numbers._OWN",
        ),
        "tests/unit/read/dialects/test_lists_and_sums.py",
    ),
    "check.foreign.names.near._LONG": "tests/unit/read/dialects/test_block_names.py",
    "kinds.number.unit_names._LONGEST_ABBREVIATION": "tests/unit/read/signs/test_number_lines.py",
    "read.markdown.boxes._SHORT": "tests/unit/read/signs/test_boxes.py",
    "kinds.number.other_forms._MOST_PER_CENT": "tests/unit/read/signs/test_number_lines.py",
    "translate.stored._SENTENCE": "tests/translate/test_tools.py, a sentence and a name that a tool copied",
    "kinds.scene.silent_choices._MOST_WORDS": "tests/courses/questions.txt",
    "check.foreign.headings._MOST_WORDS": "tests/unit/read/signs/test_questions_of_other_tools.py",
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.labelled._LONGEST_VALUE",
            "read.near_miss.answer_lines.marked._LONGEST",
            "read.near_miss.answer_lines.marked._ASKS",
            "read.near_miss.answer_lines.marked._NUMBERED",
        ),
        "tests/unit/read/signs/test_questions_of_other_tools.py",
    ),
    **dict.fromkeys(
        (
            "render.html.wide._SHEET",
            "render.html.wide._CELL",
            "render.html.wide._TABLE",
            "render.html.wide._LEAST",
            "render.html.wide._GAP",
        ),
        "what fits on a sheet, well below what is cut off there: tests/look/test_narrow.py, test_the_build_says_what_is_wide",
    ),
    "render.theme.page_faults._FEWEST": "by how much a line is known; lines of every kind in tests/look/test_own_pages.py",
    **dict.fromkeys(
        (
            "evidence.probes.keyboard._LEAST_CHANGE",
            "evidence.probes.keyboard._AT_ALL",
            "evidence.probes.keyboard._FEW",
            "evidence.probes.looks._LOW",
            "evidence.probes.looks._MOST_COVERED",
            "evidence.probes.structure._FEW",
            "evidence.probes.judged._SHORT",
            "evidence.probes.media._READ",
        ),
        "what a probe takes for a fault; pages on either side of it, not at the very edge, in tests/evidence/pairs.py",
    ),
    **dict.fromkeys(
        (
            "evidence.probes.judged.PRESSES",
            "evidence.probes.judged.SITTINGS",
            "evidence.probes.films.PROBES",
            "evidence.probes.sittings.PROBES",
        ),
        "probes, and no limit; tests/evidence/test_sittings.py, test_presses.py and test_films.py",
    ),
    **dict.fromkeys(
        (
            "programs._PATIENCE",
            "evidence.browser._PATIENCE",
            "evidence.engines.tree.PAGE",
            "evidence.journeys._MOST_PAGES",
            "evidence.journeys._CUT",
            "evidence.journeys._LONG",
            "evidence.journeys._NIGHT",
            "evidence.judging._NIGHT",
            "evidence.judging._QUIET",
            "evidence.probes.hands._REST",
            "evidence.probes.hands._MOST_KEYS",
            "evidence.judging._NAMED",
            "evidence.scene._LAID_OUT",
            "evidence.troubles._CUT",
            "evidence.lms.launch._PAGE",
            "evidence.lms.launch.PATIENCE",
            "evidence.probes.looks.WIDTH",
            "evidence.probes.looks._UPRIGHT_AND_NOT",
            "evidence.probes.looks.HEIGHT",
            "evidence.report.matter._PICTURES",
            "evidence.run._JOBS",
            "evidence.telling._SHOWN",
            "evidence.probes.layers._NARROW",
            "evidence.probes.layers._REST",
            "evidence.walk.answers._ROOM",
            "evidence.walk.films._REST",
            "evidence.walk.films._PATIENCE",
            "evidence.walk.hooked.REST",
            "evidence.walk.keyboard.MOST",
            "evidence.walk.named.MOST_SCREENS",
            "evidence.walk.named._TRIES",
            "evidence.walk.named._PATIENCE",
            "evidence.walk.named.REST",
        ),
        "how far and how patiently a package is walked through, or how much is shown of it: no verdict hangs on it",
    ),
    "evidence.walk.words._AROUND": "tests/evidence/test_presses.py, test_a_score_is_read_where_words_speak_of_one",
    "package.films_apart._SHOWN": "tests/package/test_films_apart.py, whose films have names of sixteen letters more",
    "read.settings.json_schema.LANGUAGES": "tests/courses/language.txt, one language in a list",
    "read.settings.json_schema.NUMBERS": "the shape of `banks`; tests/build/test_banks.py and tests/authoring/test_schema.py",
    **dict.fromkeys(
        ("kinds.number.right_numbers._LONGEST_UNIT", "kinds.number.right_numbers._MOST_WORDS"),
        "tests/unit/test_numbers.py, test_a_sentence_is_no_unit",
    ),
    **dict.fromkeys(
        (
            "kinds.scene.__init__._MOST_WAYS",
            "kinds.scene.__init__._LONGEST_WAY",
            "kinds.scene.silent_choices._FEWEST_NAMES",
            "model.assessment.SHAPE",
        ),
        "tests/unit/scenes/test_scenes.py",
    ),
    **dict.fromkeys(
        tuple(f"authoring.story_map._{name}" for name in ("WIDTH", "GAP", "LINE", "PAD", "LANE", "CHARACTERS")),
        "how large a picture is drawn",
    ),
    **dict.fromkeys(
        (
            "kinds.picture._WHOLE",
            "kinds.survey.near_questions._LONGEST",
            "read.blocks.parts._SAYS_ALL",
            "read.markdown.block_parser.details._MOST_LINES",
        ),
        "tests/unit/read/signs/test_told_blocks.py, on both sides of it",
    ),
    "render.page.module_pages.LARGE": "how much a browser reads at once; tests/build/test_large_course.py, on both sides of it",
    "check.lost_words._PLACES": "where a line is looked for first; then all of the page is searched",
    "check.lost_words._NEAR": "where a line is looked for first; then all of the page is searched",
    "read.again.memory.SETTLED": "tests/unit/read/test_memory.py, test_what_changed_just_now_is_read_again",
    "build_all.catalogue._SHOWN": "tests/build_all/test_catalogue.py, test_eight_changes_of_a_course_are_listed",
    "build_all.plan.MOST_REASONS": "tests/build_all/test_fingerprint.py, test_five_changed_files_are_named_for_a_course",
    "cache.tree.LARGE": "tests/build_all/test_fingerprint.py",
    "cache.tree.SETTLED": "tests/build_all/test_fingerprint.py",
    "pipeline.FEWEST": "tests/cache/test_cache.py, test_a_command_keeps_unless_it_is_told_not_to, on both sides of it",
    "cache.course.LONGEST": "tests/cache/test_cache.py, test_a_course_that_nobody_builds_is_forgotten",
    "cache.key._BY_NAME": "the form of a row",
    "cache.key.FORM": "a number for people who change the form; no limit",
    "cache.place._PRIVATE": "tests/cache/test_cache.py, test_a_folder_or_file_that_others_may_write_into_is_not_used",
    "cache.values._PROTOCOL": "the form of a pickle",
    "build_all.fingerprint.FORM": "a number for people who change the form; no limit",
    "build_all.telling._SHOWN": "tests/build_all/test_fingerprint.py, test_three_courses_are_named_as_next_steps",
    "read.markdown.inline_parser.tex.LONGEST": "tests/limits/test_formulas.py",
    "read.markdown.inline_parser.tex.DEEPEST": "tests/limits/test_formulas.py",
    "read.markdown.inline_parser.tex._PARTS": "how many parts an element has; tests/limits/test_formulas.py",
    "read.markdown.inline_parser.tex._SHORT": "tests/limits/test_formulas.py",
    "render.html.code_colours.LONGEST": "tests/limits/test_formulas.py",
    "render.html.inlines._NARROW": "tests/limits/test_formulas.py",
    "model.blocks._MOST_TITLES": "how many titles the handover names; tests/unit/test_remote_films.py",
    "read.near_miss.one_alone._LATEST": "how far back diagnostics are looked at, so that it takes no square of their time",
    "check.film.captions._SLACK": "half a thousandth: the pairs of captions are a thousandth apart",
    "check.film.pauses._MOST": "how many ids a hint lists; the same in check.page.link_targets",
    "read.files.sound_duration._HEAD": "in which the first frame stands; tests/unit/read/files/test_duration.py",
    "read.files.sound_duration._TAIL": "more than a page of Ogg may have; tests/unit/read/files/test_duration.py",
    "read.files.sound_duration._RATES": "ISO 11172-3; tests/unit/read/files/test_duration.py",
    "read.files.sound_duration._BITS": "ISO 11172-3; tests/unit/read/files/test_duration.py",
    "read.files.sound_duration._BITS_2": "ISO 13818-3; tests/unit/read/files/test_duration.py",
    "check.includes.MOST": "test_files.py, test_three_includers_are_named",
    "check.language.capitals_and_ascii_art._SHOWN": "how much of a text a hint repeats; tests/courses/language.txt",
    "read.markdown.block_parser.pasted_spaces._PLAIN": "tests/unit/read/held/test_pasted_spaces.py",
    "check.lost_words.MOST": "how many lines are told of; tests/rules/test_words.py",
    "check.page.link_targets.MOST_LOOKS": "after how much a hint is no longer looked for; tests/hostile/test_growth.py",
    "check.page.link_targets.MOST": "test_files.py, test_twelve_ids_are_listed",
    "model.contract.hash32._MASK": "the hash of the run-time; tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._FORM": "tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._HEAD": "tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._ATTEMPTS": "tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._PLACE": "tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._SECONDS": "tests/rules/test_room.py holds it against the codec",
    "check.state_size.longest_state._SEEN": "tests/rules/test_room.py holds it against the codec",
    "read.blocks.transcript.PAUSE": "tests/watching/test_passages.py, test_a_pause_behind_a_sentence_begins_a_paragraph",
    "read.blocks.transcript.SENTENCES": "tests/watching/test_passages.py, test_five_sentences_are_a_paragraph",
    "read.blocks.transcript.LONGEST": "tests/watching/test_passages.py, test_words_without_full_stops_are_no_endless_paragraph",
    "check.state_size.longest_state._CODE_POINT": "tests/rules/test_room.py holds it against the codec",
    "model.course.MOST_OF_A_FILM": "tests/completion/test_rules.py, test_a_film_is_watched_for_the_most_part",
    "model.look.colour.FOR_EVERYBODY": "tests/look/test_accent.py",
    **dict.fromkeys(
        (
            "model.look.palette.FOR_EDGES",
            "model.look.palette.FOR_A_PAGE",
            *(
                f"model.look.palette._{part}"
                for part in ("TINT", "QUIET", "EDGE", "LINE", "GROUND", "RING", "NEAR", "STEPS")
            ),
        ),
        "how colours are made of others; tests/unit/test_theme.py holds every pair of them",
    ),
    "read.theme.woff2._HEAD": "as many bytes as the head of a font needs; tests/courses/theme.txt",
    "model.look.colour._STEPS": "how finely shades are tried; tests/look/test_accent.py holds the shades",
    "read.files.film_duration._BOXES": "a stop in a damaged file; tests/unit/read/files/test_duration.py",
    "read.files.film_duration._HEAD": "a stop in a damaged file; tests/unit/read/files/test_duration.py",
    "evidence.walk.paper._SHEET": "about the height of a sheet; what is taller may be torn; tests/evidence/test_verify.py",
    "read.files.names_on_disk._MOST": "a stop in a huge folder; tests/courses/links.txt has a picture in another one",
    "read.files.image_signature._HEAD": "as many bytes as the longest beginning needs; tests/unit/read/test_pictures.py",
    "read.files.linked.documents._BEFORE": "how far back the dictionary of a stream is looked for; tests/hostile/test_linked_files.py",
    "read.files.linked.documents._MOST": "a stop in a huge file",
    "read.files.linked.drawings._MOST": "a stop in a huge file",
    "read.files.linked.signatures._HEAD": "more than any beginning needs; tests/hostile/test_linked_files.py",
    "read.files.source.MOST_CONTROLS": "tests/hostile/test_control_characters.py",
    "read.language_tags._LIKELY": "how codes are cut; the codes themselves are in words.txt",
    "read.language_tags._SLIPS": "how codes are cut; the codes themselves are in words.txt",
    "read.markdown.lines.DEEPEST": "test_files.py, test_quotes_are_read_forty_deep",
    "read.files.place.NOWHERE": "the place of what has none: no limit",
    "read.near_miss.run_together._NUMBERS": "how far entries are counted: more than a list has",
    "read.near_miss.run_together._SIGNS": "the same",
    "read.markdown.html_hints.HINTS": "levels of headings",
    "read.near_miss.list_items._COUNTS": "how far entries are counted: more than a list has",
    "read.questions.common._COUNTED": "numbers as words, in a hint; tests/courses/questions.txt",
    "translate.stored._ALIKE": "tests/translate/test_stale.py, test_words_that_are_half_alike_are_the_same_segment",
    "translate.renewing._MOST": "tests/languages/test_renewal.py, test_many_lines_are_counted",
    "translate.telling._SENTENCE": "tests/languages/package/test_exports.py, test_sentences_that_are_still_those_of_the_source_are_listed",
    "translate.telling._WIDTH": "how much of a segment is shown",
    "translate.telling._MOST": "tests/translate/test_command.py, test_all_that_is_left_is_listed_when_asked_for",
    "read.blocks.own_ids._LONGEST_OWN": "tests/unit/read/signs/test_option_ids.py, test_an_id_has_240_characters_at_most",
    "read.questions.option_ids._LENGTHS": "test_files.py, test_an_id_is_as_long_as_it_takes",
    "model.content.spelling._LENGTH": "of a hash, which never changes; tests/unit/read/test_words_to_ids.py has some",
    "model.content.spelling._WORDINGS": "how many fingerprints there are; tests/runtime/question/basis.test.mjs",
    "model.content.spelling._HALF": "of a hash, which never changes; the same",
    "check.foreign.findings._LONGEST": "tests/rules/test_foreign.py, test_a_long_sign_is_cut_in_the_message",
    "check.leftover_markup.signs.MOST": "tests/rules/test_foreign.py, test_every_line_of_a_paragraph_is_looked_at",
    "model.content.rolling_captions._FEWEST": "tests/limits/test_captions_and_stages.py",
    "model.content.rolling_captions._SHARE": "tests/limits/test_captions_and_stages.py",
    "read.near_miss.list_items.MOST_AT_ONCE": "how many lines one change mends; tests/hostile/test_growth.py",
    "read.settings.times._PHRASES": "times in words; tests/unit/test_times.py",
    "read.blocks.film_keys._LATEST": "how far back diagnostics are looked at, so that it takes no square of their time",
    "read.near_miss.lines_apart._LATEST": "the same",
    **dict.fromkeys(
        (
            "read.near_miss.answer_lines.claims._LONGEST",
            "read.near_miss.answer_lines.how_many._COUNTS",
            "read.near_miss.answer_lines.elsewhere._SURE",
        ),
        "tests/unit/read/held/test_answers_in_words.py",
    ),
    **dict.fromkeys(
        ("read.settings.keys.other_values._NUMBERS", "read.settings.keys.other_values._VERSION"),
        "numbers as words, and no limit; tests/unit/read/signs/test_other_settings.py",
    ),
    "read.near_miss.answer_lines.verdicts._LONGEST": "tests/unit/read/signs/test_contrasts.py",
    "read.near_miss.answer_lines.remedy._MOST": "how many options a hint repeats",
    "read.settings.yaml_errors._LONGEST": "how much of a value a hint repeats",
    "read.files.source._FEW": "tests/hostile/test_encodings.py",
    "read.files.unicode_form._FEWEST": "tests/hostile/test_encodings.py",
    "read.files.unicode_form._SPARSE": "tests/courses/settings.txt, a file in UTF-16",
    "read.files.unicode_form._PROBE": "how much of a file is looked at",
    "read.settings.times._LONGEST": "how a hint reads; tests/unit/test_times.py",
    "read.settings.times._PARTS": "parts of an hour; tests/unit/test_times.py",
    "read.markdown.block_parser.leaves.MOST_LINES": "tests/unit/read/signs/test_signs.py, test_a_formula_has_at_most_50_lines",
    "kinds.number.unit_names._LONGEST_SYMBOL": "tests/contract/units.json: mg and Mg, ml and ML",
    "kinds.ticks._MINUTES": "room for the minutes of 149,000 years; tests/page/parts/declare.test.mjs",
    "kinds.ticks.DECLARE": "how many sentences it has",
    "kinds.stages._WRAPPED": "tests/limits/test_captions_and_stages.py",
    "read.files.portable_names._LONGEST": "test_files.py, test_a_long_name_of_a_file_is_cut",
    **dict.fromkeys(
        (
            *(
                f"verify.zip_file.container.{name}"
                for name in ("_SWOLLEN_RATIO", "_SWOLLEN_SIZE", "_SWOLLEN_TOTAL", "_LARGEST_TEXT")
            ),
            *("verify.zip_file.entries._LONGEST_NAME", "verify.finding._MOST_OF_A_KIND"),
            *(
                "package.imsmanifest.titles.TITLE_LIMIT",
                "package.imsmanifest.identifiers.LONGEST",
                "compare.changes.meaning._LEAST",
            ),
            *(
                f"films.flashes.{name}"
                for name in ("COLUMNS", "ROWS", "RATE", "ENOUGH", "_CHANGE", "_BRIGHT", "_CHANGES", "_SECOND")
            ),
        ),
        "tests/limits/test_packages.py",
    ),
    **dict.fromkeys(
        (
            *(
                "captions.drafting._PAUSE",
                "captions.drafting._LINGERS",
                "captions.cutting.WIDEST",
                "captions.cutting.LINES",
            ),
            *(
                "captions.layout.LONGEST",
                "captions.layout._SLACK",
                "captions.mending._SHORTEST",
                "captions.mending._ROUNDS",
            ),
            *("captions.mending._RATE", "captions.speakers._MOST_WORDS"),
        ),
        "how captions are laid out when they are mended; tests/captions/test_mending.py",
    ),
    **dict.fromkeys(
        (
            *("captions.cutting._SHORT", "captions.cutting._SHORTEST", "captions.layout.SHORTEST"),
            *("captions.layout.FASTEST", "captions.mending._HEAD"),
            *("captions.tables._UNITS", "captions.tables._FRAMES", "captions.tables._LATEST"),
        ),
        "how captions are cut and timed; tests/captions/test_cutting.py",
    ),
    "model.content.second_films._APART": "tests/films/test_looking.py",
    **dict.fromkeys(
        (
            *(
                "media.encoding._SHORTER",
                "media.planning.WIDEST",
                "media.planning.TARGET",
                "media.planning.TARGET_PEAK",
            ),
            *("media.planning._VERSION", "media.probing._TOPS"),
        ),
        "what a film is made into; tests/media/test_encoding.py",
    ),
    **dict.fromkeys(
        (f"media.judging.{name}" for name in ("LARGE", "FAST", "FAST_SOUND", "WIDE", "QUIET", "LOUD", "PEAK")),
        "what is said of a film; tests/media/test_report.py",
    ),
    **dict.fromkeys(
        ("package.without_copying.SMALLEST", "package.without_copying._READABLE"),
        "which files are shared in place of a copy; tests/package/test_archive.py",
    ),
    **dict.fromkeys(
        ("films.drift.UNCAPTIONED", "films.drift._SPARE"),
        "how much of a film may be without captions; tests/films/test_drift.py",
    ),
    "films.flashes._LIGHT": "the light of each grey; tests/films/test_flashes.py",
    "render.answer_key.key.MOST_PLACES": "tests/unit/answer_key/test_key_table.py",
    "package.imsmanifest.titles.VERSION_LIMIT": "as long as a version may be; the pair of the characters of a version",
    "package.imsmanifest.lom_binding.LARGEST_12": "more than any package weighs",
    **dict.fromkeys(("did_you_mean.WORD", "did_you_mean.NAME"), "tests/limits/test_likeness.py"),
    **dict.fromkeys(
        ("films.drift.NEAR", "films.drift._FAR", "films.drift._PAUSE"),
        "how far captions may drift; tests/films/test_drift.py",
    ),
    **dict.fromkeys(
        (f"films.decoding.{name}" for name in ("_QUIETER", "_LOUDEST", "_LEAST", "_SHORTEST")),
        "what counts as silence in a film; tests/films/test_looking.py",
    ),
    **dict.fromkeys(
        (
            "compare.changes.meaning._RELATED",
            "compare.changes.replaced._RELATED",
            "compare.changes.replaced._NEAR",
            "compare.changes.replaced._ENOUGH",
            "compare.changes.rewording._ALIKE",
        ),
        "how much texts share that ask the same; tests/compare/test_meaning.py and tests/compare/test_effects.py",
    ),
    **dict.fromkeys(
        ("render.comparison.FORM", "compare.packages.data_file._FORM", "compare.packages.earlier.page._FIRST_SCHEMA"),
        "versions of forms; tests/compare/test_forms.py",
    ),
    "compare.changes.files._MOST": "five modules are listed, six are one line; tests/compare/test_files.py",
    "compare.changes.makeup._MOST": "five are named, and of the sixth that there is one more; tests/compare/test_every_value.py",
    "compare.changes.questions._AROUND": "words that are quoted; tests/compare/test_every_value.py",
    "compare.packages.opening._LARGEST": "a stop in a huge file",
    **dict.fromkeys(
        (
            "compare.packages.soundness._NAMED",
            "outcome_text._NAMED",
            "command_paths._SHOWN",
            "verify.inventory._SHOWN",
            "render.passages._FIRST",
            "preview.panel.BEFORE",
            "preview.panel.AFTER",
        ),
        "how many of several, or how much of a text, is told",
    ),
    **dict.fromkeys(("render.page.environment.PACKAGE", "errors._CHECKOUT"), "a folder above this one: no limit"),
    "authoring.new._JOINERS": "characters by their numbers; tests/authoring/test_ids.py",
    **dict.fromkeys(
        (
            f"package.archive.{name}"
            for name in ("EARLIEST", "UNIX", "READABLE_FILE", "LARGEST", "LEVEL", "PAGE", "_TEXTS")
        ),
        "how a package is written; tests/package/test_archive.py",
    ),
    **dict.fromkeys(
        (
            "package.content.BLOCK",
            "verify.members._PIECE",
            "verify.zip_file.container._CHUNK",
            "verify.inventory._GZIP_FRAME",
        ),
        "how much is read or counted at a time",
    ),
    **dict.fromkeys(
        (
            *(
                f"verify.zip_file.entries.{name}"
                for name in ("_FOUR_GIB", "_MOST_ENTRIES", "_UNIX", "_ENCRYPTED", "_ZIP64_VERSION")
            ),
            "verify.zip_file.container._ENCRYPTED",
        ),
        "numbers of the form of a ZIP file; tests/package/test_verify.py",
    ),
    **dict.fromkeys(
        (
            "verify.web_page.document._CHARSET_WITHIN",
            "verify.web_page.script._SCHEME",
            "verify.web_page.script._LONGEST_NAME",
        ),
        "how far a page is looked at; tests/package/test_verify.py",
    ),
    **dict.fromkeys(
        (
            "preview.app.RETRY",
            "preview.loopback.TRIES",
            "preview.serve.PATIENCE",
            "preview.watch.FIRST_LOOK",
            "preview.watch.QUIET",
            "preview.watch.LONGEST",
        ),
        "how long the preview waits; tests/preview/test_server.py",
    ),
    **dict.fromkeys(
        (
            *(f"stand_in.captions.{name}" for name in ("LINE", "RATE")),
            *(
                "stand_in.film.FRAME_RATE",
                "stand_in.script.MOST_POINTS",
                "stand_in.script.MOST_LINES",
                "stand_in.script.LINE",
            ),
            *(
                f"stand_in.narration.{name}"
                for name in ("SAMPLE_RATE", "LOUDNESS", "PACES", "BEFORE", "BETWEEN", "AFTER", "LINGER")
            ),
            *(
                f"stand_in.slides.{name}"
                for name in ("WIDTH", "HEIGHT", "SCALE", "MARGIN", "TOP", "FLOOR", "MEASURE", "INDENT")
            ),
        ),
        "the look and the sound of a stand-in film; tests/unit/test_stand_in.py",
    ),
    "render.interface.cldr._TRIED": "how far plural forms are looked at; tests/languages/test_strings.py",
    "render.interface.cldr._DIGITS": "zeros of scripts; tests/languages/test_strings.py",
}
"""Constants without a pair, and where they are held or why they need not be."""


def thresholds() -> Iterator[str]:
    """Constants of a module whose value is made of numbers."""
    for file in sorted((ROOT / "builder").rglob("*.py")):
        name = ".".join(file.relative_to(ROOT / "builder").with_suffix("").parts)
        for statement in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value and _is_number(statement.value):
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                constants = [node for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
                yield from (f"{name}.{constant.id}" for constant in constants)


def _is_number(value: ast.expr) -> bool:
    """Whether there are numbers in a value, other than those by which something is called or cut."""
    return any(
        isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
        for node in ast.walk(value)
    )


HELD = {pair.limit for pair in (*test_texts.PAIRS, *test_files.PAIRS)}


def test_every_threshold_is_held() -> None:
    """A new one needs a pair: just within it, and just beyond."""
    assert [name for name in thresholds() if name not in HELD | set(ELSEWHERE)] == []


@for_each("name", [*sorted(ELSEWHERE), *sorted(name for name in HELD if "." in name)])
def test_what_is_held_is_there(name: str) -> None:
    """A constant that was renamed takes its pair along."""
    module, _, constant = name.rpartition(".")
    file = ROOT / "builder" / (module.replace(".", "/") + ".py")
    if not file.exists():
        file = ROOT / "builder" / module.replace(".", "/") / "__init__.py"
    assert constant in file.read_text(encoding="utf-8")


def test_where_it_is_held_is_there() -> None:
    """A test that was renamed or deleted holds nothing."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    for name, reason in ELSEWHERE.items():
        for path in re.findall(r"tests/[\w./-]+\w", reason):
            assert (ROOT / path).exists(), f"{name}: {path}"
        for test in re.findall(r"\btest_\w+(?!\.py|\w|/)", re.sub(r"\S+\.py", "", reason)):
            assert any(f"def {test}(" in text for text in texts.values()), f"{name}: {test}"
