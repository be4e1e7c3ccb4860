from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNAVAILABLE = _("The machine translation service did not respond. Try again later.")
REFUSED = _(
    "The machine translation service refused the request. Tell an administrator: its key or its "
    "settings may be wrong."
)
UNREADABLE = _(
    "The machine translation service sent a response that cannot be read. Try again later."
)


class MachineTranslationError(Exception):
    """The service failed. The message is for editors, and names no key or address."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message
