"""Which of the words that a form may belong to is hardly meant.

The dictionary lists all: *lieta* is a thing and, as a participle, of *liet*; *Bērziņš* is a surname
and a small birch (*bērzs*). Search finds both, but what is typed comes first.
"""

# Diminutives, which many surnames are, are words of their own: *galdiņš* of *galds*, *rociņa* of
# *roka*, *lācītis* of *lācis*, *eglīte* of *egle*.
# Latviešu valodas gramatika (LU, 2013), on the derivation of nouns.
_MARKS = ("iņ", "īt", "īš")
# The ends of the forms by that of the nominative. *-iņa* is of both genders.
_DIMINUTIVES = {
    "iņš": "iņš iņa iņam iņu iņā iņi iņiem iņus iņos",
    "iņa": "iņa iņas iņai iņu iņā iņām iņās",
    "ītis": "ītis īša ītim īti ītī īši īšu īšiem īšus īšos",
    "īte": "īte ītes ītei īti ītē īšu ītēm ītēs",
}
_NOMINATIVES = [
    (nominative, form) for nominative, forms in _DIMINUTIVES.items() for form in forms.split()
]
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
    if any(mark in lemma for mark in _MARKS for lemma in lemmas):
        return set()
    roots = {(word.removesuffix(form), nominative) for nominative, form in _NOMINATIVES}
    return {
        root + nominative
        for root, nominative in roots
        if root != word and len(root) >= SHORTEST_ROOT
    }
