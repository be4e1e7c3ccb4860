"""The form of a page in the administration."""

from wagtail.admin.forms.pages import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """One mistake is one message: of a field that could not be read the page itself knows nothing,
    and would only add that it is empty."""

    def _post_clean(self) -> None:
        unread = {name: list(errors.data) for name, errors in self.errors.items()}
        super()._post_clean()
        for name, errors in unread.items():
            self._errors[name].data = errors
