"""The contacts of the site, and the pages through which readers reach it."""

from typing import Any

from wagtail.models import Locale, Page

from contact.models import ContactPage, ProblemPage
from govlab.core.contacts import ContactDetails, ContactTexts

from .pages import add_page


def make_contacts(hours: str = "Darbdienās", **fields: Any) -> ContactDetails:
    """In Latvian and English."""
    fields = {"email": "laboratorija@example.lv", "telephone": "+371 60000000"} | fields
    details = ContactDetails(**fields)
    details.texts = [
        ContactTexts(
            locale=Locale.objects.get_or_create(language_code=code)[0],
            institution=institution,
            address="Iela 1, Rīga, LV-1000",
            hours=hours,
        )
        for code, institution in (("lv", "Valsts kanceleja"), ("en", "State Chancellery"))
    ]
    details.save()
    return details


def make_contact_page(parent: Page, title: str = "Kontakti", **fields: Any) -> ContactPage:
    return add_page(ContactPage, parent, title, fields)


def make_problem_page(parent: Page, **fields: Any) -> ProblemPage:
    fields = {"slug": "pastastiet-problemu", "thanks": "Mēs izlasīsim."} | fields
    return add_page(ProblemPage, parent, "Pastāstiet par problēmu", fields)
