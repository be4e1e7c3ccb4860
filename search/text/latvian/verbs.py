"""The infinitives of forms of verbs whose stem changes: *jāaiziet*, *nopērk*, *gāju*.

A form is a stem and one of the endings that its stem takes. Latviešu valodas gramatika (LU, 2013):
tenses, moods and participles of the verb, and its prefixes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from search.text.dictionaries.folding import fold

from .verb_stems import FIRST, THIRD, Stems

_DEBITIVE, _NEGATION = "jā", "ne"
_PREFIXES = ("", "aiz", "ap", "at", "ie", "iz", "no", "pa", "pār", "pie", "sa", "uz")
_ADJECTIVE = (
    "s a u am ai ā i as iem ām us ās os ais ā o ajam ajai ajā ie ajiem ajām ajos ajās ās os o"
)


def _declined(*bases: str) -> set[str]:
    """Participles are declined as adjectives."""
    return {base + ending for base in bases for ending in _ADJECTIVE.split()}


_TO_INFINITIVE = {"t", "ties", "tu", "tos", "damies", "damās", *_declined("t", "dam")}
_TO_FUTURE = {"šu", "si", "s", "sim", "siet", "sit", "šot"}
_TO_FUTURE |= {"šos", "sies", "simies", "sieties", "sities", "šoties"}
_TO_PRESENT = {"u", "", "i", "am", "at", "ot", "iet", "os", "ies", "as", "amies", "aties", "oties"}
_TO_PRESENT |= {"ieties", *_declined("oš", "am")}
# Verbs of the third conjugation in *-īt* and *-ināt*, and *zināt*, have a long vowel.
_TO_THIRD_PRESENT = _TO_PRESENT | {"a", "ām", "āt", "ās", "āmies", "āties", *_declined("ām")}
_TO_PAST = {"u", "i", "a", "ām", "āt", "os", "ies", "ās", "āmies", "āties", "is", "usies", "ušies"}
_TO_PAST |= {"ušās", "usi", *_declined("uš")}
# Consonants before front vowels, and others: *lūdza – lūgusi*, *pirka – pircis*.
_SOFT = {"k": "c", "g": "dz", "c": "k", "dz": "g"}
_SOFTENED = re.compile("(dz|[kgc])$")
# *ceļu – cel*, *laužu – lauz*: the imperative has the consonant of the infinitive or the past.
_SIBILANT = re.compile("[szšžtd]$")

# The present of verbs in *-īt*; the dictionary gives some of them the endings of the second
# conjugation only (*cienī*, *mērī*), where the language has *ciena* and *mēra*.
_IN_IT = "īt"
_PRESENT_IN_IT = ("āmies", "āties", "ām", "āt", "ās", "os", "ot", "a", "u", "i")
SHORTEST_STEM = 3

Table = dict[str, list[tuple[str, set[str]]]]


def _stems(verb: Stems, third: bool) -> Iterator[tuple[str, set[str]]]:
    infinitive = verb.infinitive.removesuffix("t")
    yield infinitive, _TO_INFINITIVE
    dental = not third and infinitive.endswith(("s", "z")) and _SIBILANT.search(verb.past)
    yield (f"{verb.past}ī" if dental else infinitive), _TO_FUTURE
    for stem in {verb.present, _other(verb.present)}:
        yield stem, (_TO_THIRD_PRESENT if third else _TO_PRESENT)
    for stem in {verb.past, _other(verb.past)}:
        yield stem, _TO_PAST
    if not third:
        root = verb.past if dental else infinitive
        yield root, {"", "i", "iet", "ies", "ieties"}


def _other(stem: str) -> str:
    return _SOFTENED.sub(lambda found: _SOFT[found[1]], stem)


def _table(*, folded: bool) -> Table:
    change = fold if folded else str
    table: Table = defaultdict(list)
    for verbs, third in ((FIRST, False), (THIRD, True)):
        for verb in verbs:
            for stem, endings in _stems(verb, third):
                table[change(stem)].append((verb.infinitive, set(map(change, endings))))
    return dict(table)


_TABLES = {False: _table(folded=False), True: _table(folded=True)}


@lru_cache(maxsize=50_000)
def infinitives(word: str, *, folded: bool = False) -> frozenset[str]:
    """Return the infinitives of a form, without *jā-*, and *ne-*; with other prefixes."""
    change = fold if folded else str
    found: set[str] = set()
    for start in (_DEBITIVE, _NEGATION, ""):
        if not word.startswith(change(start)):
            continue
        rest = word[len(start) :]
        for prefix in map(change, _PREFIXES):
            if rest.startswith(prefix):
                found |= {prefix + verb for verb in _unprefixed(rest[len(prefix) :], folded)}
    return frozenset(map(change, found))


def infinitives_in_it(
    word: str, dictionary: Callable[[str], frozenset[str]], *, folded: bool = False
) -> Iterator[str]:
    """Yield the verbs in *-īt* of the dictionary that a form of the present may belong to."""
    change = fold if folded else str
    for start in (_DEBITIVE, ""):
        rest = word.removeprefix(change(start))
        if start and rest == word:
            continue
        for ending in map(change, _PRESENT_IN_IT):
            stem = rest.removesuffix(ending)
            infinitive = stem + change(_IN_IT)
            if rest != stem and len(stem) >= SHORTEST_STEM and infinitive in dictionary(infinitive):
                yield infinitive


def _unprefixed(form: str, folded: bool) -> Iterator[str]:
    table = _TABLES[folded]
    for length in range(2, len(form) + 1):
        for infinitive, endings in table.get(form[:length], ()):
            if form[length:] in endings:
                yield infinitive
