"""The institution's word list under Settings."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, DeleteView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import OwnWord


class OwnWordIndex(IndexView):
    add_item_label = _("Add a word")


class AddOwnWord(CreateView):
    def save_instance(self) -> Any:
        self.form.instance.added_by = self.request.user
        return super().save_instance()


class DeleteOwnWord(DeleteView):
    confirmation_message = _("The word will be reported as misspelt again.")


class OwnWordViewSet(ModelViewSet):
    model = OwnWord
    name = "govlab_own_words"
    url_prefix = "own-words"
    menu_label = _("Word list")
    icon = "list-ul"
    add_to_settings_menu = True
    index_view_class = OwnWordIndex
    add_view_class = AddOwnWord
    delete_view_class = DeleteOwnWord
    copy_view_enabled = False
    form_fields = ["word", "language"]
    list_display = ["word", "language", "added_by"]
    list_filter = ["language"]
    search_fields = ["word"]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing refers to a word, so there is no usage view."""
        return {**super().get_common_view_kwargs(**kwargs), "usage_url_name": None}
