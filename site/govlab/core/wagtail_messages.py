"""Messages of Wagtail without a Latvian translation, listed here to be extracted into our own
catalogue, which takes precedence."""

from django.utils.translation import gettext_noop

MESSAGES = (
    gettext_noop(
        "The slug '%(page_slug)s' is already in use within the parent page at "
        "'%(parent_url_path)s'."
    ),
    gettext_noop("The slug '%(page_slug)s' is already in use within the parent page."),
)
