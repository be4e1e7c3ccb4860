from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, Page

from govlab.core.term_filters import TermFilter
from govlab.core.vocabularies import Institution, Laboratory, Topic
from govlab.delivery.documents.order import by_title
from govlab.delivery.public import public_pages

from .choices import Stage
from .rows import CaseMethod


def methods_in_use(request: Any) -> QuerySet[Page]:
    """Public methods of the active language that any case names."""
    keys = CaseMethod.objects.values("method__translation_key")
    methods = Page.objects.filter(translation_key__in=keys, locale=Locale.get_active())
    return by_title(public_pages(methods))


class CaseFilter(django_filters.FilterSet):
    laboratory = TermFilter(Laboratory)
    stage = django_filters.ChoiceFilter(
        label=_("Stage"), choices=Stage.choices, empty_label=pgettext_lazy("feminine", "All")
    )
    topic = TermFilter(Topic, field_name="topics__topic", distinct=True)
    institution = TermFilter(Institution, field_name="institutions__institution", distinct=True)
    method = django_filters.ModelChoiceFilter(
        label=_("Method"),
        queryset=methods_in_use,
        to_field_name="slug",
        empty_label=pgettext_lazy("feminine", "All"),
        method="used_method",
    )

    def used_method(self, queryset: QuerySet[Any], name: str, value: Page) -> QuerySet[Any]:
        return queryset.filter(methods__method__translation_key=value.translation_key).distinct()
