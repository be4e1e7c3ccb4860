"""The form of a translation: a field for each text and for each value that may be replaced.

What a request does not name stays as it is, and what it has of former texts is kept, so that
nothing is lost if the original's changes were taken over while somebody was writing.
"""

from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail_localize.models import Translation

from govlab.core.change_note_form import KeepsChangeNote, change_note_field
from govlab.core.kept_input import KeepsInput

from ...synced import synced_translation
from .content import place_texts
from .fields import same_field, text_field, value_field
from .former import save_former_texts
from .reading import rows_of
from .rich_text import from_plain
from .rows import Rows, TextRow, ValueRow
from .saving import save_texts, save_values
from .slugs import with_slug


class TranslatedForm:
    """Mixed into the form of a page or term, which then has no field of its own but the
    note on what changed."""

    translation: Translation
    rows: Rows
    read_only = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        translation = synced_translation(form.instance)
        if translation is None:
            raise ValueError("The form is of a synchronised translation.")
        self.translation = translation
        self.rows = rows_of(translation)
        language = translation.target_locale.language_code
        for row in self.rows.texts:
            self._add(row.name, text_field(row, language))
            self._add(_same(row), same_field(row), given_with=row.name)
            row.field, row.same = form[row.name], form[_same(row)]
        for value in self.rows.values:
            self._add(value.name, value_field(value))
            value.field = form[value.name]

    def _add(self, name: str, field: Any, given_with: str = "") -> None:
        form: Any = self
        form.fields[name] = field
        if form.is_bound and form.add_prefix(given_with or name) not in form.data:
            field.disabled = True

    def make_read_only(self) -> None:
        """For whoever may see it only, as while it waits for approval."""
        self.read_only = True

    @cached_property
    def texts(self) -> dict[TextRow, str]:
        """The translation of each text as the form has it; empty where there is none."""
        form: Any = self
        return with_slug({row: self._text(row, form.cleaned_data) for row in self.rows.texts})

    def _text(self, row: TextRow, cleaned: dict[str, Any]) -> str:
        form: Any = self
        if form.fields[row.name].disabled:
            return row.data
        if cleaned.get(_same(row)):
            return row.source
        text = cleaned.get(row.name) or ""
        data = text if row.is_rich else from_plain(text.strip())
        # It was said to be the same, and is not any more.
        taken_back = row.is_same and data == row.source and row.needs_translation
        return "" if taken_back else data

    @cached_property
    def values(self) -> dict[ValueRow, Any]:
        """What replaces each value; None where the original's stays."""
        form: Any = self
        return {
            row: row.replacement
            if form.fields[row.name].disabled
            else _key(form.cleaned_data.get(row.name))
            for row in self.rows.values
        }

    @property
    def gone(self) -> list[ValueRow]:
        """What was chosen and does not exist any more; the original's stays in its place."""
        return [row for row, value in self.values.items() if row.is_gone(value)]

    @transaction.atomic
    def save_translation(self, account: Any) -> int:
        """Keep the texts and values, with the target as it is. Return the number of texts kept
        that are not in the original any more."""
        form: Any = self
        save_texts(self.translation, self.texts, account)
        save_values(self.translation, self.values, account)
        present = [row.name for row in self.rows.texts]
        return save_former_texts(self.translation, form.data, present, account)

    def save(self, commit: bool = True) -> Any:
        """Put texts and values into the target, except those that are at fault."""
        form: Any = self
        texts = {
            (segment.context.path, segment.order): data
            for row, data in self.texts.items()
            for segment in row.segments
            if not (row.error and data == row.data)
        }
        values = {
            (row.segment.context.path, row.segment.order): value
            for row, value in self.values.items()
            if value is not None
            and not row.is_gone(value)
            and not (row.error and value == row.replacement)
        }
        place_texts(self.translation, form.instance, texts, values)
        return super().save(commit=commit)  # type: ignore[misc]


class TranslatedPageForm(KeepsInput, KeepsChangeNote, TranslatedForm, WagtailAdminPageForm):
    change_note = change_note_field()


class TranslatedTermForm(KeepsInput, TranslatedForm, WagtailAdminModelForm):
    pass


def _same(row: TextRow) -> str:
    return f"same-{row.name}"


def _key(value: Any) -> Any:
    """The primary key of what was chosen; the text otherwise."""
    return getattr(value, "pk", value) or None
