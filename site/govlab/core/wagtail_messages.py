"""Messages of Wagtail that its Latvian catalogue lacks and our editors meet: here they are found
for ours, which is asked first."""

from django.utils.translation import gettext_noop

MESSAGES = (
    gettext_noop(
        "The slug '%(page_slug)s' is already in use within the parent page at "
        "'%(parent_url_path)s'."
    ),
    gettext_noop("The slug '%(page_slug)s' is already in use within the parent page."),
)
