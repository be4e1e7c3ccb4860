"""What reasons are called for editors."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.query.explanation import Cause
from search.text.tokens import COMPOUND, FOLDED_LEMMA, KNOWN_STEM, LEMMA, OTHER, STEM, WORD

ENGINES: dict[str, str | Promise] = {
    "database": _("Database"),
    "elasticsearch": "Elasticsearch",
}
# By the names of the boosts.
TEXTS: dict[str, Promise] = {
    "title": _("in the title"),
    "terms": _("in the topics and other terms"),
    "headings": _("in headings"),
    "summary": _("in the summary"),
    "body": _("in the text"),
    "files": _("in a file"),
}
KINDS: dict[str, Promise] = {
    WORD: _("as typed"),
    COMPOUND: _("written together or apart"),
    LEMMA: _("in another form"),
    FOLDED_LEMMA: _("with other diacritics"),
    STEM: _("a word with the same beginning"),
    OTHER: _("hardly this word"),
    KNOWN_STEM: _("a word with the same beginning"),
}
CAUSES: dict[Cause, Promise] = {
    Cause.COMPLETE: _("The page has all words of the query."),
    Cause.PHRASE: _("The page has the query exactly as it was typed."),
    Cause.ADJACENT: _("Words of the query are side by side."),
    Cause.INCOMPLETE: _("It is lower because it lacks words of the query."),
    Cause.AGE: _("It is lower because it is old."),
    Cause.PROMOTED: _("It comes first because editors promoted it for this query."),
    Cause.OTHER: _("There are other reasons."),
}
# From which share of the points a word is called so.
WEIGHTS: tuple[tuple[float, Promise], ...] = (
    (0.5, _("decisive")),
    (0.15, _("important")),
    (0.0, _("minor")),
)


def weight_label(share: float) -> Promise:
    return next(label for least, label in WEIGHTS if share >= least)
