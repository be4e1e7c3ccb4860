"""What the forms of synonyms and promotions share: saving one resolves zero-result queries."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.utils import set_query_params
from wagtail.admin.views import generic

from govlab.delivery.numbers import whole_number
from search.models import ZeroResultQuery, ZeroResultState
from search.query.expansion import phrase

from . import zero_results
from .decision_log import decide
from .rules import is_one_of
from .wording import SavingWords

INBOX = "search_zero_results:index"
# Of an address: the id of the zero-result query that the form was opened for.
PARAMETER = "resolves"


class ResolvingMixin(SavingWords):
    """After saving, the zero-result queries that the rule is about are no longer open."""

    request: Any

    def save_instance(self) -> Any:
        instance = super().save_instance()  # type: ignore[misc]
        count = decide(self.resolved(instance), ZeroResultState.HANDLED, self.request.user)
        if count:
            message = ngettext(
                "%(count)d query without results is handled now.",
                "%(count)d queries without results are handled now.",
                count,
            )
            messages.success(self.request, message % {"count": count})
        return instance

    def resolved(self, instance: Any) -> list[ZeroResultQuery]:
        """Also those that ask the same in another form."""
        queries = instance.resolves()
        open_ones = zero_results.shown().filter(locale=instance.locale, state=ZeroResultState.OPEN)
        return [
            row for row in open_ones if is_one_of(phrase(row.text, row.locale), queries, row.locale)
        ]


class AddFromInbox(ResolvingMixin, generic.CreateView):
    """Opened from the inbox, the form holds the query already and leads back there."""

    # The field that takes the query.
    query_field: str
    new_label: Promise

    def get_breadcrumbs_items(self) -> Any:
        *above, last = super().get_breadcrumbs_items()
        return [*above, last | {"label": self.new_label}]

    @cached_property
    def zero_result(self) -> ZeroResultQuery | None:
        number = whole_number(self.request.GET.get(PARAMETER, ""))
        return None if number is None else zero_results.shown().filter(pk=number).first()

    def get_initial_form_instance(self) -> Any:
        if (row := self.zero_result) is None:
            return super().get_initial_form_instance()
        return self.model(**{"locale": row.locale, self.query_field: row.text})

    def get_add_url(self) -> str:
        url: str = super().get_add_url()
        row = self.zero_result
        return set_query_params(url, {PARAMETER: row.pk}) if row else url

    def get_success_url(self) -> str:
        url: str = reverse(INBOX) if self.zero_result else super().get_success_url()
        return url

    def resolved(self, instance: Any) -> list[ZeroResultQuery]:
        """The query that the form was opened for too, even if it was put in other words."""
        found = {row.pk: row for row in super().resolved(instance)}
        if row := self.zero_result:
            found[row.pk] = row
        return list(found.values())


class AddSynonym(AddFromInbox):
    query_field = "words"
    new_label = _("New synonym")


class AddPromotion(AddFromInbox):
    query_field = "queries"
    new_label = _("New promoted result")


class EditRule(ResolvingMixin, generic.EditView):
    pass
