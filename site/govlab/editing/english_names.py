"""Names that Wagtail and its packages show in English whatever the language.

Permissions are stored under English names, and some forms have no labels. Templates of ours
translate them; here are the messages that nothing else would put into the catalogue.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.models import Site
from wagtail.sites.views import IndexView

PERMISSIONS = [gettext_noop("Can add page"), gettext_noop("Can change page")]
LOCALE_FIELDS = [gettext_noop("Enabled"), gettext_noop("Sync from")]

LINK_FIELDS = {
    "link_text": _("Link text"),
    "email_address": _("Email address"),
    "phone_number": _("Phone number"),
    "subject": _("Email subject"),
    "body": _("Email text"),
}


def label_link_choosers() -> None:
    for form in (
        ExternalLinkChooserForm,
        AnchorLinkChooserForm,
        EmailLinkChooserForm,
        PhoneLinkChooserForm,
    ):
        for name, field in form.base_fields.items():
            if name in LINK_FIELDS:
                field.label = LINK_FIELDS[name]


def label_site_columns() -> None:
    """Head the list of sites with the names of the fields."""
    for column in IndexView.columns:
        if column.name in ("port", "site_name", "root_page"):
            column.label = capfirst(Site._meta.get_field(column.name).verbose_name)
