from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from search.models.languages import default_language, languages
from search.query.search_query import MAX_QUERY_LENGTH
from search.text.words import words


class QueryForm(forms.Form):
    q = forms.CharField(
        label=_("What a reader types"),
        max_length=MAX_QUERY_LENGTH,
        error_messages={"required": _("Write what a reader would type.")},
    )
    locale = forms.ChoiceField(label=_("Language"), choices=languages, initial=default_language)

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if not words(text, default_language()):
            raise ValidationError(_("Write at least one word or number."))
        return text
