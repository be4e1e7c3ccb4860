"""Words made of others in ways that the Snowball stemmer does not undo: *applicant*, *simplify*.

R. Quirk et al., “A Comprehensive Grammar of the English Language” (1985), appendix I.
"""

import re
from collections.abc import Iterator

from search.text.dictionaries.installed import ENGLISH
from search.text.spelt import is_spelt

# In letters; what is left of a shorter word tells nothing.
SHORTEST = 3
# Of a word that is looked up in the dictionary.
SHORTEST_WORD = 4

# *Leadership – leader – lead*.
MOST_STEPS = 2
# A word and those made of it, which no rule joins.
_NOUNS = """
able ability; accurate accuracy; act action; advise advice; analyse analysis analyst; arrive
arrival; behave behaviour; believe belief; buy buyer; choose choice; clear clarity clarify; compare
comparison; complain complaint; create creation creative; criticise criticism; decide decisive; deep
depth; defend defence; deliver delivery; die death; digital digitise; discover discovery; economy
economic economical economist; enter entry entrance; environment environmental; explain explanation;
fail failure; finance financial; free freedom; frequent frequency; grow growth; guide guidance; high
height; history historic historical; know knowledge; law lawyer legal; lend loan; long length; lose
loss; maintain maintenance; marry marriage; pay payer; private privacy; propose proposal; prove
proof; publish publication; pursue pursuit; react reaction; receive receipt; recover recovery;
resolve resolution; respond response responsive; satisfy satisfaction; science scientist; secret
secrecy; sell sale; short shortage; sign signature; simple simplicity; solve solution; speak speech;
special specialist specialise; store storage; strong strength; succeed success; supervise
supervision; think thought; true truth; try trial; urgent urgency; use usage user; vary variety;
warm warmth; warn warning; weigh weight; wide width; young youth
"""
_RULES = tuple(
    (re.compile(pattern), verb)
    for pattern, verb in (
        # application – apply, notification – notify
        ("ications?$", "y"),
        # registration – register, administration – administer
        ("istrations?$", "ister"),
        # description – describe, subscription – subscribe
        ("scriptions?$", "scribe"),
        # decision – decide, provision – provide, extension – extend
        ("(?<=ci)sions?$", "de"),
        ("(?<=vi)sions?$", "de"),
        ("(?<=[lt]u)sions?$", "de"),
        ("(?<=[tp]en)sions?$", "d"),
        # reception – receive, perception – perceive
        ("ceptions?$", "ceive"),
        # consumption – consume
        ("umptions?$", "ume"),
        # payment – pay, agreement – agree
        (f"(?<={'.' * SHORTEST})ments?$", ""),
    )
)
# Others count only if what is left is a word of the dictionary.
_RULES_IF_A_WORD = tuple(
    (re.compile(f"(?<={'.' * SHORTEST}){pattern}$"), endings)
    for pattern, endings in (
        # applicant – apply, claimant – claim, occupant – occupy
        ("icants?", ("y",)),
        ("ants?", ("", "y")),
        # trainer – train, writer – write, planner – plan
        ("ers?", ("e", "")),
        # inspector – inspect, creator – create
        ("ors?", ("e", "")),
        # trainee – train
        ("ees?", ("", "e")),
        # permission – permit
        ("missions?", ("mit",)),
        # leadership – leader, childhood – child, hopeless – hope
        ("ships?", ("",)),
        ("hoods?", ("",)),
        ("less", ("",)),
        # simplify – simple, clarify
        ("if(?:y|ies|ied|ying)", ("e", "", "y")),
        # prioritise – priority, modernise – modern
        ("is(?:e|es|ed|ing|ations?)", ("al", "y", "")),
        # readable and readability – read
        ("ables?", ("e", "")),
        ("abilit(?:y|ies)", ("e", "")),
        # environmental – environment
        ("(?<=ment)al", ("",)),
    )
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
# Words that only look as if they were made of another.
_WHOLE = """
agency author authorise bother brother career center charter commission commissioner committee
container corner counter cover customer emergency factor flower former hunger important instant
ledger linger master meter modify mother motor mutter notable number organisation organise prefer
probable promise proper quarter regardless restaurant sector shower significant suffer temper tenant
tender trigger unless
"""


def _origins() -> dict[str, str]:
    entries = (entry.split() for entry in _NOUNS.split(";"))
    return {
        form: origin
        for origin, *derived in entries
        for word in derived
        for form in (word, f"{word}s")
    }


_ORIGINS = _origins()
_WHOLE_WORDS = frozenset(_WHOLE.split())


def origin(word: str) -> str:
    """Return the word that another is made of, or else the word itself."""
    for _ in range(MOST_STEPS):
        word = _made_of(word)
    return word


def _made_of(word: str) -> str:
    if found := _ORIGINS.get(word):
        return found
    if {word, word.removesuffix("s")} & _WHOLE_WORDS:
        return word
    for pattern, verb in _RULES:
        if match := pattern.search(word):
            origin_ = word[: match.start()] + verb
            return origin_ if len(origin_) >= SHORTEST else word
    return next(_words(word), word)


def _words(word: str) -> Iterator[str]:
    """Yield words of the dictionary that another may be made of."""
    for pattern, endings in _RULES_IF_A_WORD:
        if match := pattern.search(word):
            rest = word[: match.start()]
            found = [f"{rest}{ending}" for ending in endings]
            found += [_DOUBLED.sub(r"\1", rest)] * ("" in endings)
            for each in found:
                if len(each) >= SHORTEST_WORD and is_spelt(each, ENGLISH, "en_GB", "en_US"):
                    yield each
