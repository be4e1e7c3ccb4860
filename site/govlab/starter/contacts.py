"""The contacts of the starting content; what only the institution knows is a placeholder."""

from wagtail.models import Locale

from govlab.core.contacts import ContactDetails, ContactTexts

from .files import contacts


def create_contacts(locales: dict[str, Locale]) -> None:
    """Leave contacts that are there as they are."""
    if ContactDetails.objects.exists():
        return
    fields = contacts()
    details = ContactDetails(**fields["common"])
    details.texts = [
        ContactTexts(locale=locale, **fields[code]) for code, locale in locales.items()
    ]
    details.full_clean()
    details.save()
