"""The form of a page in the admin."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput

from .kept_input import KeepsInput
from .review_dates import CHOSEN, PageReview, default_date


class PageForm(KeepsInput, WagtailAdminPageForm):
    """Reports each error once: for a field that the form could not parse, the model's validation
    would only add that it is empty."""

    review_on = forms.DateField(
        label=_("Review date"),
        required=False,
        widget=AdminDateInput,
        help_text=_(
            "When somebody should look whether the page is still true. Leave empty if it need not "
            "be reviewed. Saved at once, also with a draft."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "review_on" in self.fields:
            self.initial["review_on"] = self._present_date()

    def _present_date(self) -> Any:
        stored = (
            PageReview.objects.filter(page_id=self.instance.pk).first()
            if self.instance.pk
            else None
        )
        return stored.review_on if stored else default_date(type(self.instance))

    def save(self, commit: bool = True) -> Any:
        if "review_on" in self.fields:
            setattr(self.instance, CHOSEN, self.cleaned_data.get("review_on"))
        return super().save(commit=commit)

    def _post_clean(self) -> None:
        unread = {name: list(errors.data) for name, errors in self.errors.items()}
        super()._post_clean()
        for name, errors in unread.items():
            self._errors[name].data = errors
