"""The list of problems, and the view of one of them."""

from typing import Any

from django.conf import settings
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from contact.models import Problem, ProblemSource, ProblemState

from .answer import AnswerView
from .spreadsheet import SafeSpreadsheetMixin

_EXCERPT = 100


class ProblemFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("State"), choices=ProblemState.choices, empty_label=_("All"))
    locale = ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES, empty_label=_("All"))
    source = ChoiceFilter(label=_("Source"), choices=ProblemSource.choices, empty_label=_("All"))
    received_at = DateFromToRangeFilter(label=_("Received"), widget=DateRangePickerWidget)

    class Meta:
        model = Problem
        fields = ["state", "locale", "source", "received_at"]


class ExcerptColumn(Column):
    def get_value(self, instance: Problem) -> str:
        text = " ".join(instance.problem.split())
        return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"


class ProblemIndex(SafeSpreadsheetMixin, generic.IndexView):
    default_ordering = ("-received_at", "-pk")


class ProblemEdit(generic.EditView):
    success_message = _("Problem %(object)s was updated.")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.object.email:
            return []
        return [
            HeaderButton(
                _("Answer by e-mail"),
                reverse("govlab_problems:answer", args=[self.object.pk]),
                icon_name="mail",
            )
        ]


class ProblemDelete(generic.DeleteView):
    confirmation_message = _(
        "The problem is deleted for good, with what the reader wrote. There is no bin for it."
    )


def _shown(name: str) -> FieldPanel:
    return FieldPanel(name, read_only=True)


class ProblemViewSet(ModelViewSet):
    model = Problem
    name = "govlab_problems"
    url_prefix = "problems"
    menu_label = _("Problems")
    menu_order = 350
    add_to_admin_menu = True
    icon = "comment"
    index_view_class = ProblemIndex
    edit_view_class = ProblemEdit
    delete_view_class = ProblemDelete
    filterset_class = ProblemFilterSet
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = ["reference", "problem", "affected", "institution", "name", "email"]
    list_display = [
        "reference",
        ExcerptColumn("problem", label=_("Problem")),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("locale", label=_("Language"), sort_key="locale"),
        Column("received_at", label=_("Received"), sort_key="received_at"),
    ]
    list_export = [
        "reference",
        "received_at",
        "state",
        "locale",
        "problem",
        "affected",
        "institution",
        "name",
        "email",
        "note",
        "answer",
        "answered_at",
        "delete_on",
    ]
    export_filename = "problems"
    panels = [
        MultiFieldPanel(
            [
                _shown(name)
                for name in ("problem", "affected", "institution", "name", "email", "delete_on")
            ],
            heading=_("What the reader wrote"),
        ),
        MultiFieldPanel([_shown("answer"), _shown("answered_at")], heading=_("Answer")),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("note")], heading=_("Handling")),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Problems come from readers, and nothing refers to them."""
        named = super().get_common_view_kwargs(**kwargs)
        return {**named, "add_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(
                pattern
                for pattern in super().get_urlpatterns()
                if pattern.name not in {"add", "usage"}
            ),
            path("answer/<int:pk>/", AnswerView.as_view(), name="answer"),
        ]
