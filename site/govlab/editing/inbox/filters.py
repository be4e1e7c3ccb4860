"""The form beside the inbox. The choices are those that its items have."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from .items import Item, State
from .selection import ALL, FOR_ME, ME, NOBODY, OPEN, Selection

STATES = (
    (OPEN, _("Everything to do")),
    (FOR_ME, _("Waiting for my approval")),
    *State.choices,
    (ALL, _("All, also what is done")),
)
AGES = (
    ("1", _("For more than a day")),
    ("7", _("For more than a week")),
    ("30", _("For more than 30 days")),
    ("90", _("For more than 90 days")),
)
ANY = pgettext_lazy("any value of a filter", "Any")


class InboxFilterSet(WagtailFilterSet):
    """Shows what is to be done by default. Items are no rows of one table, so the view applies the
    chosen values to them itself."""

    state = ChoiceFilter(label=_("State"), choices=STATES, initial=OPEN, empty_label=None)
    work = ChoiceFilter(
        label=_("Work"), choices=((ME, _("What I may translate")),), empty_label=ANY
    )
    assignee = ChoiceFilter(label=_("Assigned to"), empty_label=ANY)
    language = ChoiceFilter(label=_("Language"), empty_label=ANY)
    type = ChoiceFilter(label=_("Type"), empty_label=ANY)
    section = ChoiceFilter(label=_("Section"), empty_label=ANY)
    age = ChoiceFilter(label=_("In this state"), choices=AGES, empty_label=ANY)
    owner = ChoiceFilter(label=_("Owner of the original"), empty_label=ANY)

    class Meta:
        model = Page
        fields: list[str] = []

    def __init__(self, data: Any = None, *, items: list[Item], **kwargs: Any) -> None:
        data = data.copy() if data is not None else {}
        if data.get("state") not in dict(STATES):
            data["state"] = OPEN
        super().__init__(data, Page.objects.none(), **kwargs)
        people = {item.assignee for item in items if item.assignee}
        owners = {item.owner for item in items if item.owner}
        sections = {page for item in items for page in item.section}
        self._offer("language", {(item.locale.language_code, item.language) for item in items})
        self._offer("type", {(item.type_key, item.type_name) for item in items})
        self._offer("section", {(str(pk), title) for pk, title in sections})
        self._offer("owner", {(str(pk), name) for pk, name in owners})
        self._offer(
            "assignee",
            {(str(pk), name) for pk, name in people},
            [(ME, _("Me")), (NOBODY, _("Nobody"))],
        )

    def _add_locale_filter(self) -> None:
        """Pages have one, which would be of the original."""

    def _offer(self, name: str, choices: set[tuple[str, str]], first: Any = ()) -> None:
        sorted_choices = sorted(choices, key=lambda choice: choice[1].casefold())
        # The form shows them, and the filter names the chosen one above the list.
        fields: tuple[forms.ChoiceField, ...] = (self.form.fields[name], self.filters[name].field)
        for field in fields:
            field.choices = [*first, *sorted_choices]

    def filter_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        return queryset

    @property
    def selection(self) -> Selection:
        """An invalid value selects nothing, as in Wagtail's own lists."""
        chosen = self.form.cleaned_data if self.is_valid() else {}
        return Selection(**{name: value for name, value in chosen.items() if value})
