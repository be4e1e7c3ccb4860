"""The exception for a release that may not be submitted or published."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from govlab.delivery.refusals import PublicationRefused

from .contents import Entry


class ReleaseRefused(PublicationRefused):
    """The release as a whole, because of the pages that its messages name."""


class ReleaseChangedError(ValidationError):
    """The release is not in the state that the action expects, because somebody was faster."""

    def __init__(self) -> None:
        super().__init__(
            _("The release was changed in the meantime. Look at it again before you go on.")
        )


def refuse_problems(entries: Iterable[Entry]) -> None:
    """Raises ReleaseRefused if anything stands in the way of any item."""
    found = [
        _("“%(page)s”: %(reason)s") % {"page": entry.title, "reason": problem}
        for entry in entries
        for problem in entry.problems
    ]
    if found:
        raise ReleaseRefused([*found])
