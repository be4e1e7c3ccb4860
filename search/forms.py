from django import forms
from django.utils.translation import gettext_lazy as _

# The template writes the field, for the header has it too.
LONGEST = 200


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Search the site"), max_length=LONGEST, required=False)
