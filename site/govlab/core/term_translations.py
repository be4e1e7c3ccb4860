"""Terms that have a row in a language and no name of their own in it yet.

wagtail-localize makes the row when a term is submitted for translation, under the original's name,
and a term knows no draft. So such a row is no term of its language until its name is translated: or
written once more where it reads the same.
"""

from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from .vocabularies import Term, vocabularies


def translated(terms: QuerySet[Any]) -> QuerySet[Any]:
    """Without those that still bear the name of their original."""
    return terms.exclude(Exists(_translation_of_same_name(terms.model)))


def untranslated_keys(locale: Locale) -> dict[UUID, int]:
    """Translation key → locale of the original, of terms without a name of their own in a
    language. One query for all vocabularies."""
    first, *others = (
        model._default_manager.filter(locale=locale)
        .annotate(original=Subquery(_translation_of_same_name(model).values("source__locale")[:1]))
        .filter(original__isnull=False)
        .order_by()
        .values_list("translation_key", "original")
        for model in vocabularies().values()
    )
    return dict(first.union(*others))


def _translation_of_same_name(model: type[Term]) -> QuerySet[Translation]:
    """For a term of the query outside."""
    original = model._default_manager.filter(
        translation_key=OuterRef("source__object"),
        locale=OuterRef("source__locale"),
        name=OuterRef(OuterRef("name")),
    )
    said_to_be_the_same = StringTranslation.objects.filter(
        locale=OuterRef("target_locale"),
        context__object=OuterRef("source__object"),
        context__path="name",
        data=F("translation_of__data"),
        has_error=False,
    )
    translations: QuerySet[Translation] = Translation.objects.filter(
        Exists(original),
        ~Exists(said_to_be_the_same),
        target_locale=OuterRef("locale"),
        source__object=OuterRef("translation_key"),
    )
    return translations
