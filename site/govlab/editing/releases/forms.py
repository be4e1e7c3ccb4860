from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.models import Page

from ..models import Release
from ..models.release import Timing
from ..typed_times import TypedDateTimeField


class NewReleaseForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("What is published together, for example “Report of 2026”."),
    )


class ReleaseForm(forms.ModelForm):  # type: ignore[type-arg]
    go_live_at = TypedDateTimeField(
        label=_("Publication time"), required=False, widget=AdminDateTimeInput
    )

    class Meta:
        model = Release
        fields = ("name", "timing", "go_live_at")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        moment = values.get("go_live_at")
        if values.get("timing") == Timing.AT_TIME and "go_live_at" not in self.errors:
            if moment is None:
                self.add_error("go_live_at", _("Enter the date and time."))
            elif moment <= timezone.now():
                self.add_error("go_live_at", _("The publication time must be in the future."))
        return values


class AddPageForm(forms.Form):
    page = forms.ModelChoiceField(
        label=_("Page"),
        queryset=Page.objects.filter(depth__gt=1),
        widget=AdminPageChooser,
        error_messages={"required": _("Choose a page.")},
    )
    with_translations = forms.BooleanField(
        label=_("Add with its translations"), required=False, initial=True
    )


class RejectForm(forms.Form):
    reason = forms.CharField(
        label=_("What has to be changed?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say what has to be changed.")},
    )


class AddToReleaseForm(forms.Form):
    """Adds the page that is being edited, with translations, to an open or a new release."""

    release = forms.ModelChoiceField(
        label=_("Release"),
        queryset=Release.objects.none(),
        required=False,
        empty_label=_("A new release"),
    )
    name = forms.CharField(label=_("Name of the new release"), max_length=120, required=False)

    def __init__(self, *args: Any, releases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["release"].queryset = releases  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not values.get("release") and not values.get("name") and "release" not in self.errors:
            self.add_error("name", _("Choose a release, or enter the name of a new one."))
        return values
