"""Forms that no rule gives, from the lists of irregular verbs and plurals that grammars have.

R. Quirk et al., “A Comprehensive Grammar of the English Language” (1985), chapters 3 and 5. Verbs
whose forms are all the same (*cut*) need no entry.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from .comparisons import comparisons

# Each line: the base, and its forms.
_VERBS = """
arise arose arisen; awake awoke awoken; bear bore born borne; beat beaten; become became; begin
began begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke
broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose
chosen; cling clung; come came; creep crept; deal dealt; die dying; dig dug; do did does done; draw
drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid
forbade forbidden; foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive
forgave forgiven; freeze froze frozen; get got gotten; give gave given; go goes gone went; grind
ground; grow grew grown; hang hung; have had; hear heard; hide hid hidden; hold held; keep kept;
kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left;
lend lent; lie lain lay lying; light lit; lose lost; make made; mean meant; meet met; mislead
misled; mistake mistook mistaken; misunderstand misunderstood; outdo outdid outdone; overcome
overcame; oversee oversaw overseen; overtake overtook overtaken; pay paid; prove proven; rebuild
rebuilt; redo redid redone; repay repaid; rethink rethought; rewrite rewrote rewritten; ride rode
ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold;
send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk;
sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; sling slung; smell smelt; sow
sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spoil
spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike
struck stricken; strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam
swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw
threw thrown; tie tying; undergo undergoes undergone underwent; understand understood; undertake
undertook undertaken; undo undid undoes undone; uphold upheld; use used; wake woke woken; wear wore
worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn; withhold
withheld; withstand withstood; write wrote written; beget begot begotten; bid bade bidden; dwell
dwelt; forsake forsook forsaken; slay slew slain; smite smote smitten; spit spat; stink stank stunk;
stride strode stridden; string strung; tread trod trodden; wring wrung; panic panicked panicking;
mimic mimicked mimicking; picnic picnicked picnicking; traffic trafficked trafficking; free freed;
dye dyed dyeing; eye eyed eyeing; queue queued queueing queuing; focus focussed focussing focusses;
bias biassed biassing
"""
_PLURALS = """
bureau bureaux; bus buses; datum data; gas gases; plateau plateaux; quiz quizzes;
alumnus alumni; analysis analyses; appendix appendices; axis axes; basis bases; calf calves; child
children; corpus corpora; crisis crises; criterion criteria; curriculum curricula; diagnosis
diagnoses; emphasis emphases; foot feet; forum fora; goose geese; half halves; hypothesis
hypotheses; index indices; knife knives; leaf leaves; life lives; loaf loaves; man men; matrix
matrices; medium media; memorandum memoranda; mouse mice; nucleus nuclei; ox oxen; parenthesis
parentheses; person people; phenomenon phenomena; policeman policemen; referendum referenda; self
selves; shelf shelves; stimulus stimuli; symposium symposia; synopsis synopses; syllabus syllabi;
thesis theses; thief thieves; tooth teeth; wife wives; wolf wolves; woman women; chairman chairmen;
chairwoman chairwomen; spokesman spokesmen; spokeswoman spokeswomen; tradesman tradesmen;
grandchild grandchildren; schoolchild schoolchildren; addendum addenda; antenna antennae; automaton
automata; bacterium bacteria; cactus cacti; codex codices; compendium compendia; consortium
consortia; corrigendum corrigenda; die dice; dwarf dwarves; elf elves; ellipsis ellipses; erratum
errata; focus foci; formula formulae; fungus fungi; genus genera; honorarium honoraria; hoof hooves;
larva larvae; lens lenses; locus loci; louse lice; maximum maxima; millennium millennia; minimum
minima; moratorium moratoria; oasis oases; optimum optima; paralysis paralyses; penny pence;
prognosis prognoses; quantum quanta; radius radii; scarf scarves; schema schemata; sheaf sheaves;
spectrum spectra; stadium stadia; stigma stigmata; stratum strata; synthesis syntheses; terminus
termini; vertex vertices; wharf wharves; bureau bureaus; bus busses
"""
# The others are made by a rule, in `comparisons`.
_COMPARISONS = """
bad worse worst; far further furthest farther farthest; good better best; little less lesser least;
old elder eldest
"""
# What verbs are made with: their forms are those of the verb itself (*outgrew*, *resold*).
_PREFIXES = "be fore for inter mis out over pre re un under up with"
_VERBAL_PREFIXES = tuple(_PREFIXES.split())
SHORTEST_FORM = 3
# What the last part of a compound is: *ombudsmen*, *businesswomen*, *housewives*.
_LAST_PARTS = ("men", "women", "children", "people", "wives", "teeth", "feet", "knives", "shelves")
SHORTEST_FIRST_PART = 3
# They end so by chance.
_CHANCE = "abdomen acumen bitumen cyclamen present regimen relent resent specimen stamen"
_WHOLE = frozenset(_CHANCE.split())

# Forms that are words of their own too: they keep their own meaning beside the other.
_ALSO_WORDS = frozenset(
    [
        "axes",
        "bases",
        "better",
        "bore",
        "bound",
        "found",
        "fell",
        "felt",
        "ground",
        "lay",
        "leaves",
        "led",
        "left",
        "light",
        "lit",
        "lives",
        "media",
        "people",
        "rode",
        "rose",
        "saw",
        "shot",
        "spoke",
        "stole",
        "thought",
        "used",
        "wound",
        "further",
        "won",
        "dice",
        "fitter",
        "lesser",
        "less",
        "later",
        "latest",
        "lighter",
        "cleaner",
        "cooler",
        "pence",
        "spat",
    ]
)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for entry in text.split(";"):
        base, *forms = entry.split()
        yield from ((form, base) for form in forms)


def _bases(entries: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    bases: dict[str, set[str]] = {}
    for form, base in entries:
        bases.setdefault(form, {form} & _ALSO_WORDS).add(base)
    return {form: frozenset(found) for form, found in bases.items()}


_VERB_BASES = _bases(_entries(_VERBS))
_BASES = _bases(
    chain(_entries(f"{_VERBS};{_PLURALS};{_COMPARISONS}"), comparisons()),
)


def bases(word: str) -> frozenset[str]:
    """Return the words that it may be a form of; itself, if it is irregular of none."""
    one = word.removesuffix("s")
    return _BASES.get(word) or _BASES.get(one) or _composed(word) or frozenset({word})


def _composed(word: str) -> frozenset[str]:
    """Return the words that a word with a prefix, or a compound, may be a form of."""
    if word in _WHOLE or word.removesuffix("s") in _WHOLE:
        return frozenset()
    for prefix in _VERBAL_PREFIXES:
        rest = word.removeprefix(prefix)
        if SHORTEST_FORM <= len(rest) < len(word) and rest in _VERB_BASES:
            return frozenset(prefix + base for base in _VERB_BASES[rest])
    for last in _LAST_PARTS:
        first = word.removesuffix(last)
        if SHORTEST_FIRST_PART <= len(first) < len(word):
            return frozenset(first + base for base in _BASES[last])
    return frozenset()
