"""A field for words or phrases, one per line."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminAutoHeightTextInput

from search.text.normalisation import normalised
from search.text.words import LATVIAN, words

# Longer phrases would hardly ever match a query.
MOST_WORDS = 8
# Grows with what is typed.
PHRASES_WIDGET = AdminAutoHeightTextInput(attrs={"rows": 3})


def phrases(text: str) -> list[str]:
    """Return the phrases, normalised, without duplicates and empty lines."""
    lines = (" ".join(line.split()) for line in normalised(text).splitlines())
    return list(dict.fromkeys(filter(None, lines)))


class PhrasesField(models.TextField):  # type: ignore[type-arg]  # not subscriptable
    """Stores normalised phrases as text."""

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        self.most = most
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"most": self.most}

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        found = phrases(super().clean(value, model_instance))
        problems = [problem for line in found if (problem := _problem(line))]
        if len(found) > self.most:
            problems.append(too_many(self.most))
        if problems:
            raise ValidationError(problems)
        return "\n".join(found)


def too_many(most: int) -> str:
    return ngettext(
        "Leave at most %(most)d line here.", "Leave at most %(most)d lines here.", most
    ) % {"most": most}


def _problem(line: str) -> str:
    count = len(words(line, LATVIAN))
    if not count:
        return _("“%(line)s” has no letters or digits. Write a word or delete the line.") % {
            "line": line
        }
    if count > MOST_WORDS:
        return _("“%(line)s” is too long. Keep at most %(most)d words in a line.") % {
            "line": line,
            "most": MOST_WORDS,
        }
    return ""
