"""The editor of a term that is a synchronised translation.

Terms have no drafts: what is translated is kept, and the term takes it over once it is complete.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.snippets.views.snippets import EditView
from wagtail_localize.wagtail_hooks import before_edit_snippet as open_librarys_editor

from govlab.core.publication.segment_errors import mark_refused

from ...quoting import quoted
from ...refusals import tell
from .form import TranslatedTermForm
from .panel import edit_handler_of
from .side_panel import TranslationSidePanel


class TermTranslationEditor(EditView):
    form: TranslatedTermForm

    def run_hook(self, hook_name: str, *args: Any, **kwargs: Any) -> Any:
        """wagtail-localize's own editor opens by a hook."""
        for hook in hooks.get_hooks(hook_name):
            response = None if hook is open_librarys_editor else hook(*args, **kwargs)
            if hasattr(response, "status_code"):
                return response
        return None

    def get_panel(self) -> Any:
        return edit_handler_of(self.model)

    def get_form_class(self) -> Any:
        return self.panel.get_form_class()

    def get_side_panels(self) -> MediaContainer:
        panels = list(super().get_side_panels())
        return MediaContainer(
            [TranslationSidePanel(self.object, self.request, self.form.rows), *panels]
        )

    def form_valid(self, form: Any) -> HttpResponse:
        form.save_translation(self.request.user)
        left, gone = form.rows.left, form.gone
        if not left and not gone:
            return self._take_over(form)
        message = ngettext(
            "Saved. The term is not in use yet: %(count)d text is not translated.",
            "Saved. The term is not in use yet: %(count)d texts are not translated.",
            len(left),
        )
        names = quoted(row.source_text for row in left)
        messages.warning(self.request, f"{message % {'count': len(left)}} {names}")
        if gone:
            messages.warning(self.request, _("What was chosen no longer exists. Choose another."))
        return redirect(self.get_edit_url())

    def _take_over(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
        except ValidationError as refused:
            mark_refused(form.translation, refused)
            tell(self.request, refused)
            return redirect(self.get_edit_url())
        return response
