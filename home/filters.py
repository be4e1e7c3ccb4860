import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .choices import Difficulty, Phase


class MethodFilter(django_filters.FilterSet):
    phase = django_filters.ChoiceFilter(
        label=_("Phase"), choices=Phase.choices, empty_label=pgettext_lazy("feminine", "All")
    )
    difficulty = django_filters.ChoiceFilter(
        label=_("Difficulty"),
        choices=Difficulty.choices,
        empty_label=pgettext_lazy("feminine", "All"),
    )
