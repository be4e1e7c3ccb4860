"""A light stemmer for words that no dictionary knows: names, new words, slips of the pen.

Works on lower case without diacritics, so that both ways of typing give one stem. Folding has
already made š of declension one s, ļ an l and ņ an n; what is left of the consonant changes of
declensions 2, 5 and 6 (latvietis – latvieša, Valdis – Valža, Mārupe – Mārupju) is undone here.
"""

import re

SHORTEST = 3

# Longest first, by the alternation's order: nouns, then adjectives with definite endings.
_ENDING = re.compile(
    "(?:ajiem|ajam|ajai|ajos|ajas|ais|aja|iem|am|ai|as|us|um|os|em|es|ei|im|is|ie|a|e|i|o|u|s)$"
)
_DEGREE = re.compile("ak$")
# Finite forms and participles of verbs whose infinitive ends in a vowel and -t or -ties.
_VERB = re.compile(
    "(?:[aeio](?:sim(?:ies)?|siet(?:ies)?|sies|sos|su|si|s|t|ties|tu|tos|tas|ts|ta|dam[asiou]?s?"
    "|damies|damas|j(?:am|at|u|i|a|as|os|ies|amies|aties|ot|oties|iet|ieties|is|usi|us[aieou].*|"
    "os[sauieo].*|am[saieuo].*))"
    "|[aeio]t(?:iem|am|ai|as|us|os|ie|a|i|u|o|ais|aj[aeiou].*)"
    "|amies|aties|oties|am|at|ot|os|as|ies|u|i|a|o|e)$"
)
_ALTERNATIONS = (
    (re.compile("([bpmv])j$"), r"\1"),
    (re.compile("t$"), "s"),
    (re.compile("d$"), "z"),
)


def stems(word: str) -> frozenset[str]:
    """The stems of a folded word read as a noun or adjective and as a verb."""
    return frozenset({nominal_stem(word), verbal_stem(word)})


def nominal_stem(word: str) -> str:
    stem = _strip(_ENDING, word)
    stem = _strip(_DEGREE, stem)
    for pattern, replacement in _ALTERNATIONS:
        if len(stem) > SHORTEST:
            stem = pattern.sub(replacement, stem)
    return stem


def verbal_stem(word: str) -> str:
    return f"{_strip(_VERB, word)}"


def _strip(pattern: re.Pattern[str], word: str) -> str:
    """Remove the ending, if the rest is long enough to be distinctive."""
    found = pattern.search(word, min(SHORTEST, len(word)))
    return word[: found.start()] if found else word
