"""The form of a page in the admin."""

from wagtail.admin.forms.pages import WagtailAdminPageForm

from .kept_input import KeepsInput


class PageForm(KeepsInput, WagtailAdminPageForm):
    """Reports each error once: for a field that the form could not parse, the model's validation
    would only add that it is empty."""

    def _post_clean(self) -> None:
        unread = {name: list(errors.data) for name, errors in self.errors.items()}
        super()._post_clean()
        for name, errors in unread.items():
            self._errors[name].data = errors
