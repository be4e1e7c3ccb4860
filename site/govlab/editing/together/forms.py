"""The questions of the dialogues: what happens to the translations, why, and what replaces it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser
from wagtail.models import Locale, Page

from govlab.delivery.public import public_pages

from ..causes import CAUSES
from ..language_names import language_name
from .withdrawals import Withdrawal

TOGETHER, ALONE = "together", "alone"
LONGEST_EXPLANATION = 300


class TranslationsForm(forms.Form):
    """Whoever does not answer, such as a script, gets the safe default."""

    translations = forms.ChoiceField(
        label=gettext_lazy("Translations"),
        choices=[
            (TOGETHER, gettext_lazy("The same for the translations")),
            (ALONE, gettext_lazy("Leave the translations as they are")),
        ],
        initial=TOGETHER,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, has_translations: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_translations:
            del self.fields["translations"]

    @property
    def with_translations(self) -> bool:
        return bool(self.cleaned_data.get("translations") != ALONE)


class WithdrawalForm(TranslationsForm):
    """`pages` are withdrawn, with all below them, and `languages` are theirs and their
    translations'. A page that is not public needs no reason."""

    cause = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=[("", gettext_lazy("Choose a reason")), *CAUSES.items()],
        # As wide as its longest option, it would not fit a phone.
        widget=forms.Select(attrs={"class": "w-w-full"}),
    )
    leads_to = forms.ModelChoiceField(
        label=gettext_lazy("Page that readers are led to"),
        queryset=Page.objects.all(),
        required=False,
        widget=AdminPageChooser,
        help_text=gettext_lazy(
            "Optional. Old links will lead to it; those of a translation to its translation."
        ),
    )

    def __init__(
        self, *args: Any, pages: Sequence[Page], languages: Sequence[Locale], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        self.languages = languages
        if not is_any_public(pages):
            del self.fields["cause"], self.fields["leads_to"]
            return
        for locale in languages:
            self.fields[f"explanation_{locale.language_code}"] = forms.CharField(
                label=_("Explanation for readers (%(language)s)")
                % {"language": language_name(locale)},
                required=False,
                max_length=LONGEST_EXPLANATION,
                widget=AdminAutoHeightTextInput,
            )

    def clean_leads_to(self) -> Page | None:
        target: Page | None = self.cleaned_data["leads_to"]
        if target is None:
            return None
        if any(target.path.startswith(page.path) for page in self.pages):
            raise ValidationError(_("This page would be gone too. Choose another one."))
        if not public_pages(Page.objects.filter(pk=target.pk)).exists():
            raise ValidationError(_("This page is not public. Choose another one."))
        return target

    @property
    def withdrawal(self) -> Withdrawal:
        explanations = {
            locale.language_code: self.cleaned_data.get(f"explanation_{locale.language_code}", "")
            for locale in self.languages
        }
        return Withdrawal(
            self.cleaned_data.get("cause", ""),
            {language: text for language, text in explanations.items() if text},
            self.cleaned_data.get("leads_to"),
        )


def is_any_public(pages: Sequence[Page]) -> bool:
    """Whether one of the pages, or of those below them, is published."""
    return any(page.get_descendants(inclusive=True).live().exists() for page in pages)
