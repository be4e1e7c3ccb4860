"""The laboratory's contacts, as documents contain them."""

from collections.abc import Iterator

from django.conf import settings
from pydantic import Field

from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.resolver import ReferenceResolver

from ..contacts import current
from ..placeholders import placeholders_in


class SocialProfile(Schema):
    """The publisher at a social network."""

    network: str = Field(description="The name of the network.", examples=["LinkedIn"])
    url: str = Field(description="The absolute URL of the profile.")


class Contacts(Schema):
    """How to reach the publisher. What is not known yet stands as `[[what is missing]]`."""

    locale: str = Field(
        description="The language of `institution`, `address` and `hours`, as a BCP 47 tag."
    )
    institution: str = Field(description="The name of the institution.")
    address: str = Field(description="The postal address, in one line.")
    hours: str = Field(description="When we answer, as plain text; may be empty.")
    email: str = Field(description="The e-mail address; may be empty.")
    telephone: str = Field(description="The telephone number; may be empty.")
    registration_number: str = Field(
        description="The registration number of the institution; may be empty."
    )
    profiles: list[SocialProfile] = Field(description="Social networks, in order; may be empty.")
    placeholders: list[str] = Field(
        description="The names of the fields whose values are placeholders."
    )

    @property
    def telephone_url(self) -> str:
        """For the link that dials; empty for a placeholder."""
        if not self.telephone or "telephone" in self.placeholders:
            return ""
        digits = "".join(letter for letter in self.telephone if letter in "+0123456789")
        return f"tel:{digits}"

    def known(self) -> Iterator[str]:
        """What somebody would search for; no placeholders."""
        for name in ("institution", "address", "hours", "email", "telephone"):
            if name not in self.placeholders:
                yield getattr(self, name)


def contacts_for(resolver: ReferenceResolver) -> Contacts | None:
    """Return the contacts in the language of the document, else in the site's own; None if nobody
    has saved any. The document is rebuilt when they change."""
    details = current()
    resolver.note(details)
    texts = {row.locale.language_code: row for row in details.texts.select_related("locale")}
    text = texts.get(resolver.locale) or texts.get(settings.LANGUAGE_CODE)
    if text is None:
        return None
    values = {
        "institution": text.institution,
        "address": text.address,
        "hours": text.hours,
        "email": details.email,
        "telephone": details.telephone,
        "registration_number": details.registration_number,
    }
    return Contacts(
        locale=text.locale.language_code,
        profiles=[
            SocialProfile(network=row.network, url=url)
            for row in details.profiles.all()
            if (url := safe_url(row.url))
        ],
        placeholders=[name for name, value in values.items() if any(placeholders_in(value))],
        **values,
    )
