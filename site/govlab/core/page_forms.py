"""The form of a page in the admin."""

from itertools import count
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from .change_note_form import KeepsChangeNote, change_note_field
from .kept_input import KeepsInput
from .publication.reserved_addresses import refusal
from .review_dates import CHOSEN, PageReview, default_date

# Leaves room for a number within the field's 255 characters.
SLUG_LENGTH = 240


class PageForm(KeepsInput, KeepsChangeNote, WagtailAdminPageForm):
    """Reports each error once: for a field that the form could not parse, the model's validation
    would only add that it is empty. A new page needs no slug: Wagtail's script writes one while the
    title is typed, and is late for whoever publishes at once."""

    review_on = forms.DateField(
        label=_("Review date"),
        required=False,
        widget=AdminDateInput,
        help_text=_(
            "When somebody should look whether the page is still true. Leave empty if it need not "
            "be reviewed. Saved at once, also with a draft."
        ),
    )

    change_note = change_note_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "review_on" in self.fields:
            self.initial["review_on"] = self._present_date()
        if "slug" in self.fields and not self.instance.pk:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("slug") == "" and not self.instance.pk:
            if slug := self._slug_of_title():
                self.cleaned_data["slug"] = slug
            else:
                self.add_error("slug", self.fields["slug"].error_messages["required"])
        cleaned: dict[str, Any] = super().clean()
        chosen, parent = cleaned.get("slug"), self.parent_page
        if chosen and parent and (reason := refusal(self.instance, parent, chosen)):
            self.add_error("slug", reason)
        return cleaned

    def _slug_of_title(self) -> str:
        base = slugify(self.cleaned_data.get("title", ""))[:SLUG_LENGTH].strip("-_")
        candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
        return base and next(
            slug
            for slug in candidates
            if Page._slug_is_available(slug, self.parent_page, self.instance)
        )

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
