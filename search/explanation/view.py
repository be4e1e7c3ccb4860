"""The screen that shows editors how search answers a query, and why."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import policy_registry

from search import service
from search.curation.resolving import EXPLANATION
from search.models import Promotion, ZeroResultQuery
from search.models.languages import languages
from search.query.understanding import understanding

from .columns import columns, differing
from .forms import QueryForm
from .pages import shown_pages

# Results of each engine.
MOST_RESULTS = 20


def explanation_url(text: str, locale: str) -> str:
    return f"{reverse(EXPLANATION)}?{urlencode({'q': text, 'locale': locale})}"


class ExplanationView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """For whoever decides about queries without results."""

    model = ZeroResultQuery
    permission_required = "view"
    page_title = _("Why these results")
    header_icon = "search"
    template_name = "search/explanation/index.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = QueryForm(self.request.GET if "q" in self.request.GET else None)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["form"] = form
        if form.is_valid():
            context |= self._explained(form.cleaned_data["q"], form.cleaned_data["locale"])
        return context

    def _explained(self, text: str, locale: str) -> dict[str, Any]:
        explained = service.explain(text, locale, size=MOST_RESULTS)
        response, query = explained.response, explained.response.query
        ids = {page for found in explained.found for page in found.results.pages}
        pages = shown_pages(ids | set(query.promoted), locale)
        made = columns(query, explained.engines, pages)
        rule = urlencode({"q": query.text, "locale": locale})
        return {
            "response": response,
            "understood": understanding(query),
            "promoted": [pages.get(pk) for pk in query.promoted],
            "columns": made,
            "differing": differing(made),
            "correction_url": (
                explanation_url(response.correction.text, locale) if response.correction else ""
            ),
            "other_languages": [
                (
                    dict(languages()).get(other.locale, other.locale),
                    other.results.total,
                    explanation_url(query.text, other.locale),
                )
                for other in response.other_languages
            ],
            "synonym_url": f"{reverse('search_synonyms:add')}?{rule}",
            "promotion_url": (
                f"{reverse('search_promotions:add')}?{rule}"
                if policy_registry.get_by_type(Promotion).user_has_permission(
                    self.request.user, "add"
                )
                else ""
            ),
        }


class ExplanationMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        policy = policy_registry.get_by_type(ZeroResultQuery)
        return bool(policy.user_has_permission(request.user, "view"))


class ExplanationViewSet(ViewSet):
    name = EXPLANATION.partition(":")[0]
    url_prefix = "search/explanation"
    menu_label = ExplanationView.page_title
    icon = "search"

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return ExplanationMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", ExplanationView.as_view(), name="index")]
