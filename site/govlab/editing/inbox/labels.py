"""What the inbox says of a translation beside its state."""

from django.utils.translation import gettext_lazy as _

UP_TO_DATE = _("Up to date")
OWN_TEXT = _("Written in this language")
BY_HAND = _("Maintained manually, not published")
CHANGES_REQUESTED = _("Changes requested")
FOR_ME = _("Waiting for your approval")
