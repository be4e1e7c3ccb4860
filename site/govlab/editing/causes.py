"""The names of the reasons for which editors withdraw pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govlab.delivery.schemas.feed import WithdrawalCause

CAUSES: dict[str, str | Promise] = {
    WithdrawalCause.OUTDATED: _("The content is outdated"),
    WithdrawalCause.REPLACED: _("Another page replaces it"),
    WithdrawalCause.MISTAKE: _("It was published by mistake"),
    WithdrawalCause.LEGAL: _("A legal reason, such as personal data or copyright"),
    WithdrawalCause.OTHER: _("Another reason"),
}
