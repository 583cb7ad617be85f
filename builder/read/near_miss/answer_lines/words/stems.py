"""A look at a whole question that takes no time: whether any word is in it by which a line could name the answer."""

from collections.abc import Iterable

from builder.read.markdown.lines import Line

STEMS = (
    *(
        "answer",
        "ans",
        "key",
        "solution",
        "correct",
        "right",
        "best",
        "ateb",
        "cywir",
        "gywir",
        "iawn",
        "ordre",
        "richtig",
    ),
    *("antwort", "lösung", "korrekt", "réponse", "corrigé", "juste", "exacte", "respuesta", "solución", "resposta"),
    *("rispost", "odpowied", "răspuns", "freagra", "atsakymas", "cevap", "yanit", "jawaab", "antwoord"),
    *("відповід", "правильн", "вірн", "ключ", "ответ", "верн", "جابة", "جواب", "答案"),
    *("उत्तर", "जवाब", "উত্তর", "ਜਵਾਬ", "ਉੱਤਰ", "જવાબ", "ઉત્તર", "விடை", "பதில்", "เฉลย", "คำตอบ", "đáp án", "trả lời"),
    *("正解", "正答", "解答", "答え", "답", "پاسخ", "תשובה", "απάντηση", "λύση", "პასუხი", "መልስ"),
    *("одговор", "отговор", "odpověď", "válasz"),
)
"""A part of each word for the answer, or for what is right, in `labels.py`; in small letters, and i for the dotless one."""


def may_name_an_answer(lines: Iterable[Line]) -> bool:
    """Whether lines hold such a word. Nearly no question does, and then none of its lines is looked at."""
    # Patterns that mind no capitals take both letters i for the same one.
    text = "\n".join([line.text for line in lines]).casefold().replace("ı", "i")
    return any(stem in text for stem in STEMS)
