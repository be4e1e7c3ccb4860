"""Synonyms, as entered by editors."""

from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.query.expansion import MOST_ALTERNATIVES, Synonym
from search.query.related_terms import MOST_TERMS

from .languages import default_language, languages
from .phrases import PHRASES_WIDGET, PhrasesField, phrases, too_many


class SynonymKind(models.TextChoices):
    EQUAL = "equal", _("All mean the same: each finds all the others")
    ONE_WAY = "one_way", _("One way: the first words also find the second, not the other way round")
    RELATED = (
        "related",
        _("Related terms: words of one subject, where few pages have the words of the query"),
    )


@lru_cache(maxsize=2_000)
def rule(kind: str, words: str, means: str) -> Synonym:
    """Cached, because each search reads all synonyms."""
    asked = tuple(phrases(words))
    if kind == SynonymKind.ONE_WAY:
        return Synonym(asked, tuple(phrases(means)))
    if kind == SynonymKind.RELATED:
        return Synonym.subject(*asked)
    return Synonym.equal(*asked)


class SearchSynonym(models.Model):
    locale = models.CharField(
        _("language"), max_length=12, choices=languages, default=default_language
    )
    kind = models.CharField(
        _("direction"),
        max_length=8,
        choices=SynonymKind,
        default=SynonymKind.EQUAL,
        help_text=_(
            "Related terms do not mean the same (“manager”, “feedback”, “appraisal”). They count "
            "less than synonyms, and never before a page that has all the words."
        ),
    )
    words = PhrasesField(
        _("words"),
        most=MOST_TERMS,
        help_text=_(
            "One word or phrase per line, in any form: search handles inflections and missing "
            "diacritics."
        ),
    )
    means = PhrasesField(
        _("also find"),
        most=MOST_ALTERNATIVES,
        blank=True,
        help_text=_("Only for “One way”: what else to find. One word or phrase per line."),
    )

    panels = [
        FieldPanel("locale"),
        FieldPanel("kind", widget=RadioSelect),
        FieldPanel("words", widget=PHRASES_WIDGET),
        FieldPanel("means", widget=PHRASES_WIDGET),
    ]

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        sides = [phrases(self.words)]
        if self.kind == SynonymKind.RELATED:
            return " ~ ".join(sides[0])
        if self.kind == SynonymKind.ONE_WAY:
            sides.append(phrases(self.means))
        return " → ".join(", ".join(side) for side in sides)

    def clean(self) -> None:
        super().clean()
        if problems := dict(self._problems()):
            raise ValidationError(problems)

    def _problems(self) -> Any:
        most = MOST_TERMS if self.kind == SynonymKind.RELATED else MOST_ALTERNATIVES
        if len(phrases(self.words)) > most:
            yield "words", too_many(most)
        if self.kind == SynonymKind.ONE_WAY:
            if not phrases(self.means):
                yield "means", _("Write what else to find, or choose “All mean the same”.")
            return
        if len(phrases(self.words)) == 1:
            yield "words", _("Write at least two, each on a line of its own.")
        if phrases(self.means):
            yield "means", _("Leave this empty, or choose “One way”.")

    def as_rule(self) -> Synonym:
        return rule(self.kind, self.words, self.means)

    def resolves(self) -> list[str]:
        return phrases(self.words)
