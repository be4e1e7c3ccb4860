"""What a problem consists of, and which input is refused."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

LONGEST_PROBLEM = 3000
LONGEST_AFFECTED = 1000
LONGEST_INSTITUTION = 200
LONGEST_NAME = 120
LONGEST_EMAIL = 254
# Shorter texts say nothing.
SHORTEST_PROBLEM = 10
# Invisible characters that texts may contain; others mislead whoever reads them, or a spreadsheet.
_ALLOWED_CONTROLS = frozenset("\n\t")
_TOO_LONG = _(
    "Shorten the text to %(limit_value)d characters; there are %(show_value)d of them now."
)


def without_controls(text: str) -> str:
    """Return the text with line breaks as `\\n`, without control and unassigned characters."""
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in _ALLOWED_CONTROLS or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}
    )


class PlainText(forms.CharField):
    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return without_controls(text).strip() if text else ""


def _text(*, rows: int = 0, longest: int, missing: Any = None, **options: Any) -> PlainText:
    attributes = options.pop("attributes", {})
    widget: forms.Widget = (
        forms.Textarea({"rows": rows, **attributes}) if rows else forms.TextInput(attributes)
    )
    return PlainText(
        max_length=longest,
        widget=widget,
        required=missing is not None,
        error_messages={"required": missing, "max_length": _TOO_LONG},
        **options,
    )


class ProblemForm(forms.Form):
    problem = _text(
        label=_("What does not work?"),
        help_text=_(
            "In your own words. For example: what you wanted to do, and what hindered you."
        ),
        rows=8,
        longest=LONGEST_PROBLEM,
        missing=_("Describe the problem."),
        validators=[
            MinLengthValidator(SHORTEST_PROBLEM, _("Describe the problem in a sentence or more."))
        ],
    )
    affected = _text(
        label=_("Whom does it affect?"),
        help_text=_("For example: parents of first-graders, or everybody who applies."),
        rows=3,
        longest=LONGEST_AFFECTED,
    )
    institution = _text(label=_("Which institution is it about?"), longest=LONGEST_INSTITUTION)
    name = _text(label=_("Your name"), longest=LONGEST_NAME, attributes={"autocomplete": "name"})
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("If you want an answer. We use it for nothing else."),
        required=False,
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "invalid": _("Enter an e-mail address such as name@example.lv."),
            "max_length": _TOO_LONG,
        },
    )
    consent = forms.BooleanField(
        label=_("I agree that the laboratory stores what I wrote in order to deal with it."),
        error_messages={
            "required": _("Without your consent we may not store what you wrote."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        # Django's own attribute cuts what is pasted without a word.
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
            field.widget.attrs.pop("minlength", None)

    def texts(self) -> dict[str, str]:
        """Return the fields that are stored, once the form is valid."""
        return {name: text for name, text in self.cleaned_data.items() if name != "consent"}


class SiteProblemForm(ProblemForm):
    """The form on the site, with a field that people do not see and programs fill in."""

    subject = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_subject(self) -> str:
        if self.cleaned_data["subject"]:
            raise ValidationError(_("Leave this field empty: it is there to stop programs."))
        return ""

    def texts(self) -> dict[str, str]:
        texts = super().texts()
        texts.pop("subject", None)
        return texts
