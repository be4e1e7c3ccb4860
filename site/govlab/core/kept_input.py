"""Forms that can show again what was typed into them earlier, without saving it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from wagtail.admin.forms.models import WagtailAdminModelForm


@dataclass
class Restoring:
    """Records whether a form of the request refrained from saving."""

    shown: bool = False


_restoring: ContextVar[Restoring | None] = ContextVar("restoring", default=None)


@contextmanager
def restoring() -> Iterator[Restoring]:
    """Within it, no `KeepsInput` form is valid, so that its view shows the form again."""
    state = Restoring()
    token = _restoring.set(state)
    try:
        yield state
    finally:
        _restoring.reset(token)


class KeepsInput:
    """A mixin for forms, in front of their base class."""

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()  # type: ignore[misc]
        if state := _restoring.get():
            state.shown = True
            return False
        return valid


class KeptModelForm(KeepsInput, WagtailAdminModelForm):
    """The base of the forms of snippets (`base_form_class`)."""

    class Meta(WagtailAdminModelForm.Meta):
        pass
