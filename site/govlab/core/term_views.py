"""Wagtail's views of terms, in sentences of their own.

Wagtail puts a model's name into its sentences as it is, which Latvian would have to decline.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet


class DeleteTerm(DeleteView):
    confirmation_message = ""


class TermViewSet(SnippetViewSet):
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
