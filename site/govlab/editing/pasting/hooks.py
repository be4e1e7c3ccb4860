from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import views


def script() -> SafeString:
    settings = {
        "url": reverse("govlab_paste"),
        "texts": {
            "button": _("Paste text"),
            "title": _("Paste text from another program"),
            "help": _(
                "Click the field and press Ctrl+V. Headings, tables, lists and links become blocks "
                "at the end of the page."
            ),
            "close": _("Close"),
            "undo": _("Undo the paste"),
            "inserted": _("Pasted as blocks below the place where you were."),
            "appended": _("Pasted as blocks at the end of the page."),
            "left": _("What could not be taken:"),
            "nothing": _("There is no text in what you copied."),
            "failed": _("The text could not be pasted. Try again, or paste it in parts."),
        },
    }
    return format_html(
        '{}<script src="{}"></script>',
        json_script(settings, "govlab-paste"),
        static("editing/paste.js"),
    )


def urls() -> list[URLPattern]:
    return [path("paste/", views.paste, name="govlab_paste")]
