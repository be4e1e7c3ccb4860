"""Which of the words that a form may belong to is hardly meant.

The dictionary lists all: *lieta* is a thing and, as a participle, of *liet*; *Bērziņš* is a surname
and a small birch (*bērzs*). Search finds both, but what is typed comes first.
"""

# Diminutives are words of their own: *galdiņš* of *galds*, *rociņa* of *roka*.
# Latviešu valodas gramatika (LU, 2013), on the derivation of nouns.
_DIMINUTIVE = "iņ"
# The nominative of a diminutive by the ending of its form. *-iņa* is both.
_MASCULINE = {"š", "a", "am", "u", "ā", "i", "iem", "us", "os"}
_FEMININE = {"a", "as", "ai", "u", "ā", "ām", "ās"}
_NEGATION = "ne"
# Forms with it are entries of the dictionary, but of no meaning of their own.
_DEBITIVE = "jā"
SHORTEST_ROOT = 2
# Ordinals and comparatives that the dictionary takes for forms of the word that they derive from.
_DERIVED = {"pirm": "viens", "treš": "trīs", "otr": "divi"}


def likely_and_others(word: str, lemmas: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Divide the lemmas of a word, and add that of a word of its own."""
    if word.startswith(_DEBITIVE) and len(lemmas) > 1:
        return lemmas - {word}, frozenset()
    own = frozenset(_own(word, lemmas)) or lemmas & {word}
    return (own, lemmas - own) if own else (lemmas, frozenset())


def _own(word: str, lemmas: frozenset[str]) -> set[str]:
    """Return lemmas of the word itself, where the dictionary gives those of its origin."""
    derived = {
        stem + "ais"
        for stem, origin in _DERIVED.items()
        if word.startswith(stem) and origin in lemmas
    }
    if derived:
        return derived
    if word.startswith(_NEGATION) and word not in lemmas:
        negated = {_NEGATION + lemma for lemma in lemmas if not lemma.startswith(_NEGATION)}
        if negated:
            return negated | {lemma for lemma in lemmas if lemma.startswith(_NEGATION)}
    return _diminutives(word, lemmas)


def _diminutives(word: str, lemmas: frozenset[str]) -> set[str]:
    stem, diminutive, ending = word.rpartition(_DIMINUTIVE)
    if len(stem) < SHORTEST_ROOT or any(_DIMINUTIVE in lemma for lemma in lemmas):
        return set()
    base = stem + diminutive
    return {
        nominative
        for nominative, endings in ((f"{base}š", _MASCULINE), (f"{base}a", _FEMININE))
        if ending in endings
    }
