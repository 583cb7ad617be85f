"""What is said of a question in which two things say which option is right, or a sign does."""

from collections.abc import Collection, Mapping, Sequence

from builder.model.diagnostics import Edit, Fix
from builder.read.files.place import Place
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.claims import Claim
from builder.read.near_miss.answer_lines.labels import Key
from builder.read.near_miss.answer_lines.marks import Mark, sign_of, wrong_mark
from builder.read.near_miss.answer_lines.options import Option, Question
from builder.read.near_miss.answer_lines.remedy import listed, ticked
from builder.read.near_miss.answer_lines.words.said_behind import said_behind
from builder.read.questions.common import BOX

_RULE = "QUE-018"
_QUOTES = '“”"'


def report_key(
    key: Key, question: Question, answer: tuple[set[int], str] | None, agreed: bool, context: Context
) -> None:
    """An answer line beside ticks or another answer line, one that names no option, or one behind other words."""
    options = question.options
    chosen = {number for number, option in enumerate(options) if option.ticked}
    fix: Fix = None
    if answer is None:
        message = "this line says which option is right, and there is no such option"
        hint = "Put an x into the box of each right option, - [x] words , and delete this line."
        if len(key.named) > 1:
            message = "this line says which option is right, and not clearly"
    elif not answer[0]:
        message = "this line says which option is right, and its letter and its words are those of two"
        hint = "Put an x into the box of each right option, - [x] words , and delete this line."
    elif not chosen and not agreed:
        message = f"this line says that {_right(answer[0], options)}, and another line or a sign says something else"
        hint = f"Write {listed(options, answer[0])} if this line is true, and delete both lines."
    elif not chosen:
        message = "these words say which option is right, and here tick boxes say so"
        hint = f"Write {listed(options, answer[0])}, and delete these words."
    elif chosen == answer[0]:
        message, hint = "the ticks say which option is right, and this line says it again", "Delete this line."
        fix = without_line(key)
    else:
        message = f"this line says that {_right(answer[0], options)}, and {_at(chosen, options)}"
        hint = (
            f"Write {listed(options, answer[0])}, and delete this line. If the ticks are right, only delete the line."
        )
    if key.start:
        hint = hint.replace("this line", "these words").replace("the line", "these words")
        message = message.replace("this line", "this")
    context.fault(_RULE, key.first.place(key.start), message, hint, len(key.first.text.rstrip()) - key.start, fix)


def report_second(second: Key, first: Key, same: bool, context: Context) -> None:
    """An answer line below another one."""
    number = first.line.number
    message = (
        f"line {number} already says which option is right"
        if same
        else f"this line names another option than line {number}"
    )
    hint = "Delete this line." if same else "Delete the one that is wrong."
    fix = without_line(second) if same else None
    context.fault(
        _RULE, second.line.place(second.start), message, hint, len(second.line.text.rstrip()) - second.start, fix
    )


def report_shown(
    key: Key, options: Sequence[Option], named: Collection[int], ticked: Collection[int], context: Context
) -> None:
    """Feedback or a worked answer that names an option by a letter, or another one than the ticks."""
    right = _words(ticked, options)
    if named == ticked:
        message = "learners see no letters beside the options, so they cannot tell which one this is"
        hint = f"Write its words: {right}"
    else:
        said = f"that {_right(named, options)}" if named else "that an option is right which is not there"
        message = f"this says {said}, and {_at(ticked, options)}"
        hint = f"Write {right} here, or put the x where it belongs."
    context.fault(_RULE, key.first.place(key.start), message, hint, len(key.first.text.rstrip()) - key.start)


def report_claim(claim: Claim, options: Sequence[Option], ticked: Collection[int], context: Context) -> None:
    """A sentence that calls other options right than the ticks, or a ticked one wrong."""
    said = _right(claim.named, options) if claim.right else _right(claim.named, options).replace("right", "wrong")
    message = f"this says that {said}, and {_at(ticked, options)}"
    hint = f"Write that {_right(ticked, options)}, or put the x where it belongs."
    context.fault(_RULE, claim.line.place(claim.start), message, hint, claim.length)


def report_comment(
    comment: Line,
    named: Collection[int],
    ticked: Collection[int],
    right: bool,
    options: Sequence[Option],
    context: Context,
) -> None:
    """A comment that calls other options right than the ticks do, or a ticked one wrong."""
    said = _right(named, options) if right else _right(named, options).replace("right", "wrong")
    message = f"this comment says that {said}, and {_at(ticked, options)}"
    hint = "Put the x where it belongs, or delete the comment: learners do not see it, and go by the ticks."
    context.fault(_RULE, comment.place(), message, hint, len(comment.text))


def report_before(claim: Claim, context: Context) -> None:
    """A sentence that learners read before they answer, and that says what is right."""
    message = "this says which option is right, and learners read it before they answer"
    hint = "Delete this sentence, or put it below the options as feedback, with > before it."
    context.fault(_RULE, claim.line.place(claim.start), message, hint, claim.length)


def without_line(key: Key) -> Edit:
    """Delete an answer line, or what stands at the end of a line."""
    line, end = key.line, len(key.line.typed) + 1
    if key.start:
        begin = line.place(key.start).typed_column
        return Edit(line.source.path, line.number, begin, line.number, end, "")
    number = key.first.number - 1
    return Edit(line.source.path, number, len(line.source.line(number)) + 1, line.number, end, "")


def report_marks(question: Question, marks: Mapping[int, Mark], wrong: Mapping[int, Mark], context: Context) -> bool:
    """Signs that mark options as right, and all others as wrong; gives whether the options are to be read as they say."""
    options = question.options
    chosen = {number for number, option in enumerate(options) if option.ticked}
    if not chosen:
        report_instead(options, marks, wrong, context)
        return True
    for number, mark in marks.items():
        option = options[number]
        alone = mark.alone(option.line.text)  # what is bold may be meant so
        place, plain = option.line.place(alone.start), alone.without(option.line.text, option.width)
        words = f"{_letter(option)}{plain}"
        if number not in chosen:
            message = f"“{mark.sign}” marks this option as right, and its box is not ticked"
            hint = f"Write - [x] {words[:60]} if it is right. If not, delete the sign: - [ ] {words[:60]}"
            context.fault(_RULE, place, message, hint, len(mark.sign))
        else:
            message = f"“{mark.sign}” marks this option as right, and learners would read it; the tick says so already"
            ((start, end),) = alone.cuts
            fix = option.line.place(start).swap(option.line.text[start:end], "")
            context.fault(_RULE, place, message, f"Write - [x] {words[:60]}", len(mark.sign), fix)
        option.line.text = option.line.text[: option.width] + plain  # reported once
    return False


def report_wrong_marks(options: Sequence[Option], context: Context) -> None:
    """Signs that say that options are wrong: on ticked ones, or on others; where all have one, it is no such sign."""
    signs = [wrong_mark(option) for option in options]
    against = not any(sign and option.ticked for option, sign in zip(options, signs, strict=True))
    for option, sign in zip(options, signs, strict=True):
        words = f"{_letter(option)}{option.words[: option.words.rindex(sign)].strip()[:60]}" if sign else ""
        place = option.line.place(option.width)
        if sign and option.ticked and not all(signs):
            message = f"“{sign}” marks this option as wrong, and its box is ticked"
            hint = f"Write - [ ] {words} if it is wrong. If not, delete the sign: - [x] {words}"
            context.fault(_RULE, place, message, hint, len(option.words))
        elif sign and against:
            message = f"“{sign}” marks this option as wrong, and learners would read it; the empty box says so already"
            at = option.line.text.rindex(sign)
            start = len(option.line.text[:at].rstrip())
            fix = option.line.place(start).swap(option.line.text[start : at + len(sign)], "")
            context.fault(_RULE, option.line.place(at), message, f"Write - [ ] {words}", len(sign), fix)


def report_said_behind(options: Sequence[Option], context: Context) -> None:
    """Words behind options that judge them as the ticks do, so that learners read the answer before they choose.

    Where they say something else than the ticks, or are all that sets two options apart, they are what is asked about.
    """
    found = [(option, said) for option in options if not option.more and (said := said_behind(option.words))]
    rests = [option.words[: said.start].casefold() for option, said in found]
    if any(said.right != option.ticked for option, said in found) or len(set(rests)) < len(rests):
        return
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == _RULE}
    for option, said in found:
        if (option.line.source.path, option.line.number) in told or sign_of(option):
            continue
        start = option.line.text.index(option.words, option.width) + said.start
        sign = option.line.text[start:].rstrip()
        lead = len(sign) - len(sign.lstrip())
        state = "right" if said.right else "wrong"
        message = f"“{sign.strip()[:60]}” says that this option is {state}, and learners read it before they answer"
        hint = f"Write - [{'x' if said.right else ' '}] {_letter(option)}{option.words[: said.start].strip()[:60]}"
        fix = None if said.why else option.line.place(start).swap(sign, "")
        if said.why:
            hint += f" , and below it, indented by two spaces, as feedback: > {said.why[:60]}"
        context.fault(_RULE, option.line.place(start + lead), message, hint, len(sign) - lead, fix)


def _letter(option: Option) -> str:
    """What stands between the tick box of an option and its words: its letter, which the change leaves there."""
    box = BOX.match(option.line.text)
    return option.line.text[box.end() : option.width] if box else ""


def report_instead(
    options: list[Option], marks: Mapping[int, Mark], wrong: Mapping[int, Mark], context: Context
) -> None:
    """Signs on options of which none is ticked."""
    signs = {**marks, **wrong}
    fix = ticked(options, set(marks), [(options[number], mark.cuts) for number, mark in signs.items()])
    place, sign = taken_out(options, marks, wrong)
    message = f"{sign} in other tools, and here tick boxes say so"
    width = max(1, len(marks[min(marks)].sign))
    context.fault(_RULE, place, message, f"Write {listed(options, set(marks))}", width, fix)


def taken_out(options: list[Option], marks: Mapping[int, Mark], wrong: Mapping[int, Mark]) -> tuple[Place, str]:
    """Take the signs out of options; gives where the first one stands that says what is right, and a sentence about it."""
    first = min(marks)
    mark = marks[first]
    place = options[first].line.place(mark.start)
    for number, one in {**marks, **wrong}.items():
        line, width = options[number].line, options[number].width
        options[number].line = line.part(0, line.text[:width] + one.without(line.text, width))
    if not mark.sign:
        return place, "this option is in bold, which marks it as right"
    return place, f"“{mark.sign}” marks this option as right"


def _words(numbers: Collection[int], options: Sequence[Option]) -> str:
    return " and ".join(f"“{options[number].words[:40].strip(_QUOTES)}”" for number in sorted(numbers))


def _right(numbers: Collection[int], options: Sequence[Option]) -> str:
    return f"{_words(numbers, options)} {'is' if len(numbers) == 1 else 'are'} right"


def _at(numbers: Collection[int], options: Sequence[Option]) -> str:
    return f"{'the tick is' if len(numbers) == 1 else 'the ticks are'} at {_words(numbers, options)}"
