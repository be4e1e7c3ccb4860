"""Forms that no rule gives, from the lists of irregular verbs and plurals that grammars have.

R. Quirk et al., “A Comprehensive Grammar of the English Language” (1985), chapters 3 and 5. Verbs
whose forms are all the same (*cut*) need no entry.
"""

# Each line: the base, and its forms.
_VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began
begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
cling clung; come came; creep crept; deal dealt; die dying; dig dug; do did does done; draw drew
drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed
fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade
forbidden; foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive forgave
forgiven; freeze froze frozen; get got gotten; give gave given; go goes gone went; grind ground;
grow grew grown; hang hung; have had; hear heard; hide hid hidden; hold held; keep kept; kneel
knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend
lent; lie lain lay lying; light lit; lose lost; make made; mean meant; meet met; mislead misled;
mistake mistook mistaken; misunderstand misunderstood; outdo outdid outdone; overcome overcame;
oversee oversaw overseen; overtake overtook overtaken; pay paid; prove proven; rebuild rebuilt; redo
redid redone; repay repaid; rethink rethought; rewrite rewrote rewritten; ride rode ridden; ring
rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; sew
sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
sink sank sunk; sit sat; sleep slept; slide slid; sling slung; smell smelt; sow sown; speak spoke
spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spoil spoilt; spring sprang
sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken; strive
strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take
took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; tie tying;
undergo undergoes undergone underwent; understand understood; undertake undertook undertaken; undo
undid undoes undone; uphold upheld; use used; wake woke woken; wear wore worn; weave wove woven;
weep wept; win won; wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood;
write wrote written
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
grandchild grandchildren; schoolchild schoolchildren
"""
_COMPARISONS = """
bad worse worst; big bigger biggest; cheap cheaper cheapest; clear clearer clearest; close closer
closest; early earlier earliest; easy easier easiest; far further furthest farther farthest; fast
faster fastest; few fewer fewest; good better best; great greater greatest; high higher highest; hot
hotter hottest; large larger largest; late later latest; long longer longest; low lower lowest; near
nearer nearest; new newer newest; old older oldest elder eldest; quick quicker quickest; safe safer
safest; short shorter shortest; simple simpler simplest; slow slower slowest; small smaller
smallest; strong stronger strongest; wide wider widest; young younger youngest
"""

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
    ]
)


def _bases() -> dict[str, frozenset[str]]:
    bases: dict[str, set[str]] = {}
    for entry in f"{_VERBS};{_PLURALS};{_COMPARISONS}".split(";"):
        base, *forms = entry.split()
        for form in forms:
            bases.setdefault(form, {form} & _ALSO_WORDS).add(base)
    return {form: frozenset(found) for form, found in bases.items()}


_BASES = _bases()


def bases(word: str) -> frozenset[str]:
    """Return the words that it may be a form of; itself, if it is irregular of none."""
    return _BASES.get(word) or _BASES.get(word.removesuffix("s")) or frozenset({word})
