"""Terms that have a row in a language and no name of their own in it yet.

wagtail-localize makes the row when a term is submitted for translation, under the original's name,
and a term knows no draft. So such a row is no term of its language until its name is translated: or
written once more where it reads the same.
"""

from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from ..vocabularies import VOCABULARIES, Term


def translated(terms: QuerySet[Any]) -> QuerySet[Any]:
    """Without those that still bear the name of their original."""
    return terms.alias(original=_original()).exclude(_bears_the_original_name(terms.model))


def untranslated_keys(locale: Locale) -> dict[UUID, int]:
    """Translation key → locale of the original, of terms without a name of their own in a
    language. One query for all vocabularies."""
    first, *others = (
        model._default_manager.filter(locale=locale)
        .annotate(original=_original())
        .filter(_bears_the_original_name(model))
        .order_by()
        .values_list("translation_key", "original")
        for model in VOCABULARIES
    )
    return dict(first.union(*others))


def _original() -> Subquery:
    """The locale of the term that a term was translated from."""
    translations = Translation.objects.filter(
        source__object=OuterRef("translation_key"), target_locale=OuterRef("locale")
    )
    return Subquery(translations.order_by("source_id").values("source__locale")[:1])


def _bears_the_original_name(model: type[Term]) -> Q:
    """For a term with its `original`. Each subquery looks up one term by its index; nested in one
    another, PostgreSQL would go through all translations for each term."""
    same_name = model._default_manager.filter(
        translation_key=OuterRef("translation_key"),
        locale=OuterRef("original"),
        name=OuterRef("name"),
    )
    said_to_be_the_same = StringTranslation.objects.filter(
        locale=OuterRef("locale"),
        context__object=OuterRef("translation_key"),
        context__path="name",
        data=F("translation_of__data"),
        has_error=False,
    )
    return Q(Exists(same_name)) & ~Q(Exists(said_to_be_the_same))
