"""The form of a translation as Wagtail's panels, so that Wagtail's own views show and save it."""

from functools import cache
from typing import Any

from django.forms import Media
from django.templatetags.static import static
from wagtail.admin.panels import CommentPanel, ObjectList, Panel, PublishingPanel
from wagtail.models import Page

from govlab.core.change_note_form import NAME

from .form import TranslatedPageForm, TranslatedTermForm


class TranslationPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/translation/editor.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            rows = self.form.rows
            return {
                **context,
                "rows": rows,
                "source_locale": rows.translation.source.locale,
                "target_locale": rows.translation.target_locale,
                "read_only": self.form.read_only,
                "note": self.form[NAME] if NAME in self.form.fields else None,
                "commentable": hasattr(self.form, "show_comments_toggle"),
            }

        @property
        def media(self) -> Media:
            return Media(
                js=[
                    static("editing/translation_editor.js"),
                    static("editing/source_change.js"),
                ],
                css={
                    "all": [
                        static("editing/translation_editor.css"),
                        static("editing/source_change.css"),
                    ]
                },
            )


class TranslationHandler(ObjectList):
    class BoundPanel(ObjectList.BoundPanel):
        def render_missing_fields(self) -> str:
            """None is missing: the rows show the fields that no panel names."""
            return ""


@cache
def edit_handler_of(model: Any) -> Any:
    if issubclass(model, Page):
        panels = [TranslationPanel(), PublishingPanel(), CommentPanel()]
        handler = TranslationHandler(panels, base_form_class=TranslatedPageForm)
    else:
        handler = TranslationHandler([TranslationPanel()], base_form_class=TranslatedTermForm)
    return handler.bind_to_model(model)
