"""What the dictionary does not connect: forms that share a lemma but no root it knows of."""

from search.text.dictionaries.folding import fold

# Lemmas, and their forms in lower case, to add to what the dictionary says.
_IRREGULAR = {
    "būt": "ir nav būtu jābūt",
    "lūzt": "lūst lūstu lūsti lūstam lūstat lūstot",
    # Names of declension 2 whose genitive keeps its consonant.
    "aldis": "alda",
    "andis": "anda",
    "artis": "arta",
    "guntis": "gunta",
    "raitis": "raita",
    "sandis": "sanda",
    "uldis": "ulda uldim uldi uldī",
    "valdis": "valda valdim valdi valdī",
    "zintis": "zinta",
    "mērīt": "mēra mēru mēri mēriet mērām mērāt mērot",
    "mosties": "mostos mostas mostamies mostaties mostoties modos modās modāmies modies modusies",
    "puika": "puikam puikas",
    "rast": "radīs radīšu radīsi radīsim radīsiet",
    "rasties": "rodas radās radīsies rodoties radies radusies radušies",
    "sēsties": "sēžos sēdos sēdās sēdāmies sēdīsies sēdies sēžas sēžamies sēžaties sēžoties",
    "trīs": "trim triju trijiem trijām trijos trijās",
    "tētis": "tēta tētim tēti tētī tētu tētiem tētus tētos",
    "viesis": "viesis viesa viesim viesī viesi viesu viesiem viesus viesos",
    "vairāk": "visvairāk",
    # Declensions 5 and 6: genitives of the plural with and without a change of the consonant.
    "bāze": "bāzu",
    "flote": "flotu",
    "gāze": "gāzu",
    "kase": "kasu",
    "kūts": "kūšu kūtī",
    "mute": "mutu",
    "note": "nošu",
    "pase": "pasu",
    "pirts": "piršu",
    "plīts": "plīšu",
    "rase": "rasu",
    "torte": "tortu",
    "vajadzēt": "vajag vajadzēja vajadzēs vajadzētu vajadzīgs nevajag nevajadzēja nevajadzēs"
    " nevajadzētu",
}
FORMS: dict[str, set[str]] = {}
for _lemma, _forms in _IRREGULAR.items():
    for _form in _forms.split():
        FORMS.setdefault(_form, set()).add(_lemma)
# Lemmas that end so have others of the same verb: the present of “teikt” is “saka”.
ENDINGS = {"sacīt": "teikt"}


_FOLDED_FORMS = {fold(form): set(map(fold, lemmas)) for form, lemmas in FORMS.items()}
_FOLDED_ENDINGS = {fold(ending): fold(other) for ending, other in ENDINGS.items()}


def more(form: str, lemmas: frozenset[str], *, folded: bool = False) -> frozenset[str]:
    """The lemmas and what belongs to them. The dictionary has some forms as words of their own."""
    forms, endings = (_FOLDED_FORMS, _FOLDED_ENDINGS) if folded else (FORMS, ENDINGS)
    found = (set(lemmas) - {form} if form in forms else set(lemmas)) | forms.get(form, set())
    for lemma in lemmas:
        for ending, other in endings.items():
            if lemma.endswith(ending):
                found.add(lemma.removesuffix(ending) + other)
    return frozenset(found)
