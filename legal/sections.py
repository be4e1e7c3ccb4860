"""What the software itself knows and says on the pages that the law requires.

It is a part of their documents, so that portals copy the whole page and search finds its words.
Each function is called in the language of the page.
"""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from pydantic import Field

from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain

OMBUDSMAN = "https://www.tiesibsargs.lv/"
DATA_INSPECTORATE = "https://www.dvi.gov.lv/"


class Section(Schema):
    """A part of the page that the software writes."""

    heading: str = Field(description="The heading, as plain text.")
    html: str = Field(description="The paragraphs, as safe HTML.")

    @property
    def text(self) -> str:
        return plain(self.html)


def _section(heading: str, *paragraphs: str) -> Section:
    html = format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in paragraphs))
    return Section(heading=heading, html=html)


def _leading_to(sentence: str, address: str) -> SafeString:
    name = address.removeprefix("https://").rstrip("/")
    return format_html('{} <a href="{}">{}</a>.', sentence, address, name)


def scope() -> str:
    return _(
        "The State Chancellery makes this site accessible in accordance with Cabinet Regulation "
        "No. 445 of 14 July 2020, “Procedures for the publication of information on the Internet "
        "by institutions”. This statement applies to the whole site."
    )


def standard() -> str:
    return _(
        "measured against EN 301 549 and the Web Content Accessibility Guidelines (WCAG) 2.2, "
        "level AA."
    )


def barriers() -> Section:
    return _section(
        _("Tell us of a barrier"),
        _(
            "If something hinders you, or you need information from this site in another form, "
            "write to us or call us. Say which page it is, and what hinders you."
        ),
    )


def complaint() -> Section:
    return _section(
        _("If our answer does not satisfy you"),
        _leading_to(
            _(
                "You may complain to the Ombudsman of the Republic of Latvia, who watches over "
                "equal treatment:"
            ),
            OMBUDSMAN,
        ),
    )


def cookies() -> Section:
    return _section(
        _("Cookies"),
        _(
            "This site sets no cookies for readers: not for reading, not for searching and not for "
            "its forms. So it asks for no consent to them. Only editors who sign in to the "
            "administration, and readers of pages that are protected by a password, get the "
            "cookies that this needs."
        ),
        _(
            "Nothing is loaded from other sites, and nothing follows you. A video from another "
            "site is loaded only when you start it; then the rules of that site apply."
        ),
    )


def server_logs() -> Section:
    return _section(
        _("Logs of the servers"),
        _(
            "The servers note each request: the time, the address on the site, the program and the "
            "network address that it came from. This serves security, and the mending of faults. "
            "Legal basis: a task carried out in the public interest (Article 6(1)(e) of the "
            "General Data Protection Regulation)."
        ),
    )


def rights() -> Section:
    return _section(
        _("Your rights"),
        _(
            "You may ask which data about you we have, and have it corrected, deleted or "
            "restricted; you may object to its use and, where you gave it, take back your consent "
            "at any time. That does not touch what was done before. Write to us, and name the "
            "reference number of what you sent, if there is one."
        ),
        _leading_to(
            _(
                "If you think that we break the rules, you may complain to the Data State "
                "Inspectorate:"
            ),
            DATA_INSPECTORATE,
        ),
    )
