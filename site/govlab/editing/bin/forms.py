from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from .items import BinItem, may_put_below
from .restoration import ensure_fits


class RestoreForm(forms.Form):
    """`others` are the pages that were deleted together with the item."""

    parent = forms.ModelChoiceField(
        label=_("New parent page"),
        queryset=Page.objects.all(),
        help_text=_("The page above it is gone, so choose where to put this one."),
    )
    translations = forms.BooleanField(
        label=_("Restore the pages that were deleted together with it"),
        initial=True,
        required=False,
    )
    publish = forms.BooleanField(
        label=_("Publish again what was public"),
        required=False,
        help_text=_("Otherwise the pages are drafts, and you publish each when it is ready."),
    )

    def __init__(
        self, *args: Any, item: BinItem, others: list[BinItem], account: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.account = item, account
        models = item.entry.page.specific_class.allowed_parent_page_models()
        self.fields["parent"].widget = AdminPageChooser(target_models=models)
        if item.has_parent:
            del self.fields["parent"]
        if not others:
            del self.fields["translations"]
        public = [each for each in (item, *others) if each.entry.was_live]
        if not any(each.may_publish for each in public):
            del self.fields["publish"]

    def clean_parent(self) -> Page:
        parent: Page = self.cleaned_data["parent"]
        if not may_put_below(self.account, parent, self.item):
            raise ValidationError(_("You have no right to put the page there."))
        ensure_fits(self.item.entry.page, parent, self.item.entry.slug)
        return parent
