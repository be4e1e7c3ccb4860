"""List filters by vocabulary term, named by its slug in the reader's language."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale

from .translation.terms import translated
from .vocabularies import Term


class TermFilter(django_filters.ModelChoiceFilter):
    """Offers the terms that have a name in the active language; an unknown slug is a form error."""

    def __init__(self, model: type[Term], **kwargs: Any) -> None:
        def terms(request: Any) -> QuerySet[Any]:
            return translated(model._default_manager.filter(locale=Locale.get_active()))

        super().__init__(
            queryset=terms,
            to_field_name="slug",
            label=capfirst(model._meta.verbose_name or ""),
            empty_label=pgettext_lazy("feminine", "All"),
            **kwargs,
        )
