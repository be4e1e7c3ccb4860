"""Content that many tests begin with: made once in a process, and copied into each test after that.

Copying its rows takes a small part of the time that making it takes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model

from . import snapshot

Made = Mapping[str, Any]


@dataclass(frozen=True)
class _Copy:
    # Of the tables that making it changed.
    rows: dict[str, bytes]
    # What these tables had in them before.
    fingerprint: dict[str, Any]
    objects: dict[str, tuple[type[Model], Any]]

    def fits(self) -> bool:
        return snapshot.fingerprint(self.rows) == self.fingerprint

    def objects_there(self) -> dict[str, Any]:
        """As stored, so that no test finds what another left on them."""
        stored = {
            model: model._default_manager.in_bulk(
                [key for kind, key in self.objects.values() if kind is model]
            )
            for model in {model for model, _ in self.objects.values()}
        }
        return {name: stored[model][key] for name, (model, key) in self.objects.items()}


class Prepared:
    """`make` returns the objects that tests ask for by name."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._copy: _Copy | None = None

    def prepare(self) -> None:
        """Before the first test that needs it, as none of them may set the clock of its rows. Where
        rows cannot be copied, each test makes its own."""
        if not snapshot.possible():
            return
        with transaction.atomic():
            before = snapshot.take()
            made = self._make()
            rows = snapshot.changed(before, snapshot.take())
            objects = {name: (type(one), one.pk) for name, one in made.items()}
            transaction.set_rollback(True)
        snapshot.forget()
        self._copy = _Copy(rows, snapshot.fingerprint(rows), objects)

    def there(self) -> dict[str, Any]:
        """In this test's database. A test that has something else in the same tables makes it."""
        copy = self._copy
        if copy is None or not copy.fits():
            return dict(self._make())
        snapshot.replace(copy.rows)
        return copy.objects_there()
