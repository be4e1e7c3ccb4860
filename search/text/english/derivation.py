"""Nouns made of verbs in ways that the Snowball stemmer does not undo.

R. Quirk et al., “A Comprehensive Grammar of the English Language” (1985), appendix I.
"""

import re

# In letters; what is left of a shorter word tells nothing.
SHORTEST = 3

# A verb and its noun, which no rule joins.
_NOUNS = """
advise advice; analyse analysis; arrive arrival; behave behaviour; believe belief; choose choice;
complain complaint; compare comparison; defend defence; deliver delivery; discover discovery;
explain explanation; fail failure; grow growth; know knowledge; lose loss; maintain maintenance;
prove proof; pursue pursuit; receive receipt; recover recovery;
resolve resolution; respond response; sell sale; solve solution; speak speech;
succeed success; think thought; try trial; warn warning; weigh weight
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


def _origins() -> dict[str, str]:
    pairs = (entry.split() for entry in _NOUNS.split(";"))
    return {form: verb for verb, noun in pairs for form in (noun, f"{noun}s")}


_ORIGINS = _origins()


def origin(word: str) -> str:
    """Return the verb that a noun is made of, or else the word itself."""
    if verb := _ORIGINS.get(word):
        return verb
    for pattern, verb in _RULES:
        if found := pattern.search(word):
            origin_ = word[: found.start()] + verb
            return origin_ if len(origin_) >= SHORTEST else word
    return word
