from django import forms
from django.utils.translation import gettext_lazy as _

from .question import LONGEST_QUESTION


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Search the site"), max_length=LONGEST_QUESTION, required=False)
