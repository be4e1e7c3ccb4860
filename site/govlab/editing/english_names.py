"""Names that Wagtail and its packages show in English whatever the language.

Permissions are stored under English names, and some forms have no labels. Templates of ours
translate them; here are the messages that nothing else would put into the catalogue.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext_noop
from wagtail.models import Site
from wagtail.sites.views import IndexView

PERMISSIONS = [gettext_noop("Can add page"), gettext_noop("Can change page")]
LOCALE_FIELDS = [gettext_noop("Enabled"), gettext_noop("Sync from")]


def label_site_columns() -> None:
    """Head the list of sites with the names of the fields."""
    for column in IndexView.columns:
        if column.name in ("port", "site_name", "root_page"):
            column.label = capfirst(Site._meta.get_field(column.name).verbose_name)
