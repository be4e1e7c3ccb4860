"""The preview of a translation, with what the form holds."""

from typing import Any

from django.http import QueryDict
from wagtail.admin.views.pages.preview import PreviewOnEditView

from ...synced import synced_translation
from .panel import edit_handler_of


class PreviewPage(PreviewOnEditView):
    """Wagtail's, for all pages."""

    def get_form(self, query_dict: QueryDict | None) -> Any:
        if synced_translation(self.object) is None:
            return super().get_form(query_dict)
        model: Any = type(self.object)
        form_class = edit_handler_of(model).get_form_class()
        return form_class(
            query_dict or QueryDict(),
            instance=self.object,
            parent_page=self.object.get_parent().specific,
            for_user=self.request.user,
        )
