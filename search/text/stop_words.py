"""Stop words. The list is short on purpose: *bez* and *par* affect the meaning."""

from .dictionaries.folding import fold

_LATVIAN = """
un vai bet ka kā kas ir ar uz no pie to tā tas tie šis šī es tu mēs jūs viņš viņa viņi mans tavs
mūsu jūsu savs var jau arī lai ja kad kur vēl būt bija būs esmu esam esat mums jums man tev
mūs kas kāpēc kādēļ cik kāds kāda kādi kādas kādu kādā tika tiek tikt līdz gribu gribam vēlos
vēlamies varu varam ko kam viņu viņas viņiem arī ļoti tiešām patiesībā vispār pārāk lūdzu
tajā tajos tajās tām tiem tai tam tos tās šo šajā šajos šajās šiem šīm šīs šie viņam viņai viņus
savu savā savas savi savos savām saviem savam savai manā manas manu tavā tavas tavu tavi
kādam kādai kādiem kādos kādās kādus
"""
_ENGLISH = """
a an and are as at be but by can do does for from had has have how i if in into is it its me my of
on or our so that the their then there these they this to was we were what when where which who
will with you your am been being could should would he she they them us his her really actually just
also very please did don't doesn't didn't isn't aren't it's i'm what's who's where's how's
"""

# Forms of pronouns that say as little, but look without their diacritics like words that do:
# *kurš* like *kurs*, *pašu* like *pasu*. They are found as they stand and by their true lemma.
_PRONOUNS = """
kurš kura kuras kuru kuram kurai kurā kuri kuriem kurām kuros kurās kurus
pats pati paša pašas pašu pašam pašai pašā paši pašiem pašām pašos pašās pašus
"""

STOP_WORDS = {
    # Also as they are typed without diacritics.
    "lv": frozenset(_LATVIAN.split()) | frozenset(map(fold, _LATVIAN.split())),
    "en": frozenset(_ENGLISH.split()),
}
# Words that no query without diacritics means.
PRONOUNS = {"lv": frozenset(_PRONOUNS.split()), "en": frozenset[str]()}
