from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from govlab.core.term_filters import TermFilter
from govlab.core.vocabularies import Topic

from .choices import NewsKind


class NewsFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=NewsKind.choices, empty_label=_("All")
    )
    topic = TermFilter(Topic, field_name="topics__topic", distinct=True)
    year = django_filters.ChoiceFilter(
        field_name="date", lookup_expr="year", label=_("Year"), empty_label=_("All")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [date.year for date in self.queryset.order_by().dates("date", "year", order="DESC")]
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]
