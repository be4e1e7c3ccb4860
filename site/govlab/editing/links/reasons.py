"""Why an address does not work, for people."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import CheckedLink


class Reason(StrEnum):
    NO_HOST = "no_host"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    CONNECTION = "connection"
    REDIRECTS = "redirects"
    STATUS = "status"
    PRIVATE = "private"
    ROBOTS = "robots"
    LOGIN = "login"
    BUSY = "busy"
    INVALID = "invalid"


TEXTS: dict[str, Promise] = {
    Reason.NO_HOST: gettext_lazy("There is no such site."),
    Reason.TIMEOUT: gettext_lazy("The site does not respond."),
    Reason.CERTIFICATE: gettext_lazy("The site's certificate is not valid."),
    Reason.CONNECTION: gettext_lazy("The site refuses the connection."),
    Reason.REDIRECTS: gettext_lazy("The site redirects without end."),
    Reason.PRIVATE: gettext_lazy("The address is not on the public internet."),
    Reason.ROBOTS: gettext_lazy("The site does not want to be checked."),
    Reason.LOGIN: gettext_lazy("The site asks for a login, or refuses to be checked."),
    Reason.BUSY: gettext_lazy("The site asks to be checked less often."),
    Reason.INVALID: gettext_lazy("The address is not valid."),
}


def explain(row: CheckedLink) -> str:
    if row.status in {404, 410}:
        return _("The site no longer has this page (%(status)d).") % {"status": row.status}
    if row.status and row.reason == Reason.STATUS:
        return _("The site reports an error (%(status)d).") % {"status": row.status}
    return str(TEXTS.get(row.reason, row.reason))
