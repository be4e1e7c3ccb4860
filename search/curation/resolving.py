"""The base of the forms of synonyms and promotions: saving a rule resolves zero-result queries."""

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
from search.models.languages import languages
from search.query.phrases import phrase
from search.query.search_query import MAX_QUERY_LENGTH
from search.text.normalisation import normalised

from . import zero_results
from .decision_log import decide
from .rules import is_one_of
from .wording import SavingWords

INBOX = "search_zero_results:index"
EXPLANATION = "search_explanation:index"
# The query parameter with the id of the zero-result query that the form was opened for.
PARAMETER = "resolves"


class ResolvingMixin(SavingWords):
    """After saving, the zero-result queries that the rule resolves are no longer open."""

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
        """Return the queries that the rule matches, in any inflected form."""
        queries = instance.resolves()
        open_ones = zero_results.shown().filter(locale=instance.locale, state=ZeroResultState.OPEN)
        return [
            row for row in open_ones if is_one_of(phrase(row.text, row.locale), queries, row.locale)
        ]


class AddForQuery(ResolvingMixin, generic.CreateView):
    """Opened for a query from the inbox or from its explanation, the form is prefilled with the
    query and redirects back there."""

    # The field to prefill with the query.
    query_field: str
    new_label: Promise

    def get_breadcrumbs_items(self) -> Any:
        *above, last = super().get_breadcrumbs_items()
        return [*above, last | {"label": self.new_label}]

    @cached_property
    def zero_result(self) -> ZeroResultQuery | None:
        number = whole_number(self.request.GET.get(PARAMETER, ""))
        return None if number is None else zero_results.shown().filter(pk=number).first()

    @cached_property
    def explained(self) -> dict[str, str]:
        """The parameters of the explanation that the form was opened from; empty without one."""
        text = normalised(self.request.GET.get("q", "")).strip()[:MAX_QUERY_LENGTH]
        locale = self.request.GET.get("locale", "")
        return {"q": text, "locale": locale} if text and locale in dict(languages()) else {}

    def get_initial_form_instance(self) -> Any:
        if row := self.zero_result:
            return self.model(**{"locale": row.locale, self.query_field: row.text})
        if asked := self.explained:
            return self.model(**{"locale": asked["locale"], self.query_field: asked["q"]})
        return super().get_initial_form_instance()

    def get_add_url(self) -> str:
        url: str = super().get_add_url()
        if row := self.zero_result:
            return set_query_params(url, {PARAMETER: row.pk})
        return set_query_params(url, self.explained) if self.explained else url

    def get_success_url(self) -> str:
        if self.zero_result:
            return reverse(INBOX)
        if self.explained:
            return set_query_params(reverse(EXPLANATION), self.explained)
        url: str = super().get_success_url()
        return url

    def resolved(self, instance: Any) -> list[ZeroResultQuery]:
        """Include the query that the form was opened for, even if it was reworded."""
        found = {row.pk: row for row in super().resolved(instance)}
        if row := self.zero_result:
            found[row.pk] = row
        return list(found.values())


class AddSynonym(AddForQuery):
    query_field = "words"
    new_label = _("New synonym")


class AddPromotion(AddForQuery):
    query_field = "queries"
    new_label = _("New promoted result")


class EditRule(ResolvingMixin, generic.EditView):
    pass
