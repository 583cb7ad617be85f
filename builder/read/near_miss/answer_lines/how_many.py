"""Words that say how many options to choose, beside ticks that say something else: `Select two.` over one tick."""

import re
from collections.abc import Iterable, Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.options import Option

_ONE = r"one|a single|un|une?|eine?[ns]?|una?|jedną|jeden|jedno|одну|один|одне|واحدة?|إجابة واحدة"
_TWO = r"two|ddau|ddwy|dau|dwy|deux|zwei|dos|due|duas|dois|dwie|dwa|дві|два|إجابتين|اثنتين|خيارين"
_THREE = r"three|dri|tri|tair|trois|drei|tres|tre|três|trzy|три|ثلاثة?"
_FOUR = r"four|bedwar|pedair|quatre|vier|cuatro|quattro|quatro|cztery|чотири|أربعة?"
_FIVE = r"five|bum|pump|cinq|fünf|cinco|cinque|pięć|п[’']ять|خمسة?"
_NUMBER = rf"(?P<one>{_ONE}|1)|(?P<two>{_TWO}|2)|(?P<three>{_THREE}|3)|(?P<four>{_FOUR}|4)|(?P<five>{_FIVE}|5)"
_VERB = (
    r"select|choose|pick|tick|check|mark|dewiswch|ticiwch|choisissez|sélectionnez|cochez|wählen sie|kreuzen sie|elija|elige|seleccione|marque"
    r"|scegli|selezionare?|selecione|escolha|wybierz|zaznacz|оберіть|виберіть|позначте|اختر|اختاري|حدد"
)
_ANSWERS = (
    r"(?:correct |right |best |most \w+ )?(?:answers?|options?|statements?|choices?|responses?|words?)\b|only\b|of (?:these|them|those|the (?:following|options|answers|statements|words))\b"
    r"|that |which |from the |ateb|opsiwn|réponse|antwort|respuesta|opci[oó]n|rispost|respost|odpowied|opcj|відповід|варіант|إجاب|خيار"
)
_ASKS = rare_pattern(
    rf"(?<![\w’'])(?:{_VERB})[*_ \t]+(?:(?:only|just|exactly|the|any|your|seulement|genau|tylko|лише|فقط)[*_ \t]+){{0,2}}(?:{_NUMBER})(?!\w)(?=[*_]*(?:[.!:;)\]،؟?][*_.!:;)\]]*(?:$|[ \t])|$|[ \t]+(?:{_ANSWERS})))",
    re.IGNORECASE,
)
"""What asks for so many options; `one or more` asks for no number, and `Choose one day` for a day."""
_ALL = rare_pattern(
    rf"(?<!\w)(?:{_VERB})[*_ \t]+(?:all (?:that|which|of the|the (?:correct|right))|every|as many as|one or more|more than one|pob un|toutes|alle|todas|tutte|wszystkie|усі|всі|все|كل|جميع)(?!\w)",
    re.IGNORECASE,
)
"""What asks for several options, and leaves open how many."""
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def check_how_many(asked: Iterable[Line], options: Sequence[Option], context: Context) -> None:
    """QUE-018: a question that asks for one option and has several ticks, or the other way round."""
    ticked = sum(option.ticked for option in options)
    for line in asked:
        match = _ASKS.search(line.text)
        wanted = next((count for name, count in _COUNTS.items() if match and match[name]), 0)
        if match and wanted != ticked:
            _report(line, match[0], match.start(), f"{ticked} options are ticked" if ticked > 1 else _ONE_TICK, context)
            return
        if ticked == 1 and (match := _ALL.search(line.text)):
            _report(line, match[0], match.start(), _ONE_TICK, context)
            return


_ONE_TICK = "one option is ticked, so learners can choose only one"


def _report(line: Line, words: str, start: int, state: str, context: Context) -> None:
    message = f"this says “{words.replace('*', '').replace('_', '').strip()}”, and {state}"
    hint = "Put an x into the box of each right option, and let these words say the same. Learners must tick all that are right."
    context.fault("QUE-018", line.place(start), message, hint, len(words))
