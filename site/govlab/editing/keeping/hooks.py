from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import views


def script() -> SafeString:
    """Load the scripts, with their texts in the account's language, on the login page too."""
    settings = {
        "path": reverse("wagtailadmin_home"),
        "login": reverse("wagtailadmin_login"),
        "logout": reverse("wagtailadmin_logout"),
        "session": reverse("govlab_session"),
        "texts": {
            "found": _("What you typed here on %(moment)s was not saved."),
            "show": _("Show it"),
            "discard": _("Discard it"),
            "kept": _("What you typed is kept in this browser. Log in, and it will be there."),
            "files": _("Files have to be chosen again."),
            "ended": _(
                "Your session has ended. What you typed stays here: log in in a new tab, then "
                "return to this one and go on."
            ),
            "login": _("Log in"),
            "other": _(
                "Another account is logged in now. Copy what you typed, or log in again with the "
                "account that you used here."
            ),
            "offline": _(
                "There is no connection to the server. What you typed is kept in this browser: try "
                "again when the connection is back."
            ),
            "full": _("The browser has no room to keep what you type. Save often."),
        },
    }
    return format_html(
        '{}<script src="{}"></script><script src="{}"></script>',
        json_script(settings, "govlab-keep"),
        static("editing/save_in_turn.js"),
        static("editing/keep.js"),
    )


def urls() -> list[URLPattern]:
    return [path("session/", views.session, name="govlab_session")]
