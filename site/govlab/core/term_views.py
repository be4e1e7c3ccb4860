"""Wagtail's views of terms, in sentences of their own.

Wagtail puts a model's name into its sentences as it is, which Latvian would have to decline.
"""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail.snippets.views.snippets import CreateView, DeleteView, IndexView, SnippetViewSet

from .term_rights import written_languages


class ListTerms(IndexView):
    """Offers what the account may do: Wagtail asks for rights on terms of any language."""

    @cached_property
    def written(self) -> set[int] | None:
        return written_languages(self.request.user)

    def _may_write(self, instance: Any) -> bool:
        return self.written is None or instance.locale_id in self.written

    def get_edit_url(self, instance: Any) -> str | None:
        url: str | None = super().get_edit_url(instance)
        return url if self._may_write(instance) else None

    def get_copy_url(self, instance: Any) -> str | None:
        url: str | None = super().get_copy_url(instance)
        return url if self._may_write(instance) else None

    def get_delete_url(self, instance: Any) -> str | None:
        url: str | None = super().get_delete_url(instance)
        return url if self._may_write(instance) else None

    def get_add_url(self) -> str | None:
        """In the language of the list, else in one that the account writes."""
        if not self.add_url_name or not self.user_has_permission("add"):
            return None
        locale = self.locale
        if self.written is not None and locale and locale.pk not in self.written:
            locale = Locale.objects.filter(pk__in=self.written).first()
            if locale is None:
                return None
        url: str = self._set_locale_query_param(reverse(self.add_url_name), locale)
        return url


class AddTerm(CreateView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Without a language in the address: in one that the account writes."""
        named = "locale" in request.GET or request.method != "GET"
        if not named and self.user_has_permission("add"):
            written = written_languages(request.user)
            if written is not None and Locale.get_default().pk not in written:
                locale = Locale.objects.filter(pk__in=written).first()
                if locale is not None:
                    query = urlencode({"locale": locale.language_code})
                    return redirect(f"{request.path}?{query}")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class DeleteTerm(DeleteView):
    confirmation_message = ""


class TermViewSet(SnippetViewSet):
    index_view_class = ListTerms
    add_view_class = AddTerm
    delete_view_class = DeleteTerm
    add_label: Any
    delete_question: Any

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own: dict[str, Any] = super().get_index_view_kwargs(**kwargs)
        return {**own, "add_item_label": self.add_label}

    def get_delete_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own: dict[str, Any] = super().get_delete_view_kwargs(**kwargs)
        return {**own, "confirmation_message": self.delete_question}


class LaboratoryViewSet(TermViewSet):
    add_label = _("Add a laboratory")
    delete_question = _("Do you really want to delete this laboratory?")


class TopicViewSet(TermViewSet):
    add_label = _("Add a topic")
    delete_question = _("Do you really want to delete this topic?")


class InstitutionViewSet(TermViewSet):
    add_label = _("Add an institution")
    delete_question = _("Do you really want to delete this institution?")
