"""The comparative and the superlative of short adjectives: *simpler*, *busiest*.

Which adjectives have them is a list, since *-er* is the ending of other words too (*folder*).
R. Quirk et al., “A Comprehensive Grammar of the English Language” (1985), 7.81: words of one
syllable, and those of two that end in *-y*, *-le*, *-ow*, *-er*.
"""

import re
from collections.abc import Iterator

_ADJECTIVES = """
able angry big black bold brief bright broad busy calm cheap chilly clean clear clever close cloudy
cold cool costly crazy dark dear deadly deep dense dirty dry dull early easy empty faint fair
fast fat few fierce fine firm fit flat fresh friendly full funny gentle grand great greedy green
handy happy hard harsh healthy heavy high hot huge humble hungry keen kind large late lazy light
likely lively lonely long loose loud lovely low lucky mad messy mild mighty narrow near neat new
nice noble noisy odd old pale plain poor pretty proud pure quick quiet rare raw rich ripe risky
rough sad safe scary sharp shallow short shy sick silly simple sleepy slow small smart smooth soft
soon sorry stable steady steep stiff strange strict strong subtle sunny sure sweet swift tall tasty
tender thick thin thirsty tidy tight tiny tough tricky true ugly vague warm weak wealthy wet white
wide wild windy wise worthy young
"""
_Y = re.compile(r"(?<=[^aeiou])y$")
# *big – bigger*; a last w, x or y is not doubled.
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgmnpt]$")


def comparisons() -> Iterator[tuple[str, str]]:
    """Yield each form with its adjective."""
    for adjective in _ADJECTIVES.split():
        stem = _Y.sub("i", adjective.removesuffix("e"))
        if _SHORT.match(adjective):
            stem += stem[-1]
        yield f"{stem}er", adjective
        yield f"{stem}est", adjective
