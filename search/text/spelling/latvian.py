from functools import lru_cache

from search.text.dictionaries.folding import fold
from search.text.dictionaries.installed import LATVIAN
from search.text.latvian import irregular
from search.text.latvian.stemmer import stems as stems_of
from search.text.spelt import is_spelt

CACHED_WORDS = 50_000
SHORTEST_PART = 4
# First parts that Latvian joins to words of any kind; no dictionary lists all that come of it.
_PREFIX_WORDS = (
    "aiz ap at bez caur ie iekš iz jaun jeb kaut līdz maz ne no pa pār pēc pie pirm pirms "
    "pret priekš pus sa sen starp vien virs vis zem ārpus daudz div trīs četr liel visu paš "
    "kop līdzs tālāk agro anti audio auto avio bio de di dis eiro eko eks elektro energo epi "
    "etno evo ex foto ģeo hidro hiper in inter kiber ko kontra kvazi makro mega meta mikro "
    "mini mono multi nano neo orto para poli post pre pro proto pseido psiho re semi socio "
    "stereo sub super tehno tele termo trans ultra uni vice video web"
)
_PREFIXES = frozenset(_PREFIX_WORDS.split())
# What makes a word of the first part of a compound: klient- + s, pilsēt- + a, pakalpojum- + s.
_ENDINGS = ("s", "a", "e", "is", "š", "us", "ais", "i", "as", "es", "u", "ēt", "āt", "ot", "īt")
_NEGATION = "ne"
_SUPERLATIVE = "vis"
# What verbs of any kind begin with: must, not.
_BEFORE_VERBS = ("jā", _NEGATION)


class LatvianSpeller:
    def knows(self, word: str) -> bool:
        return _knows(word)

    def stems(self, word: str) -> frozenset[str]:
        """With diacritics where the ending has none: they distinguish words."""
        return stems_of(fold(word.lower()))


@lru_cache(maxsize=CACHED_WORDS)
def _knows(word: str) -> bool:
    lower = word.lower()
    return _is_word(word) or any(
        _is_word(rest) or _is_compound(rest)
        for rest in (lower, *(lower.removeprefix(start) for start in _BEFORE_VERBS))
        if rest == lower or len(rest) >= SHORTEST_PART
    )


def _is_compound(word: str) -> bool:
    """Whether both parts are known, the first one as a prefix or with an ending of its own."""
    return any(
        _is_word(word[length:]) and _is_first_part(word[:length])
        for length in range(2, len(word) - SHORTEST_PART + 1)
    )


def _is_first_part(part: str) -> bool:
    if part in _PREFIXES:
        return True
    for prefix in (_NEGATION, _SUPERLATIVE):
        if part.startswith(prefix) and part.removeprefix(prefix) in _PREFIXES:
            return True
    return len(part) >= SHORTEST_PART and any(_is_word(part + ending) for ending in ("", *_ENDINGS))


def _is_word(text: str) -> bool:
    return is_spelt(text, LATVIAN, LATVIAN) or text in irregular.FORMS
