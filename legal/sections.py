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
        _("Report a barrier"),
        _(
            "If something is in your way, or you need information from this site in another "
            "format, write to us or call us. Tell us which page it is and what the barrier is."
        ),
    )


def complaint() -> Section:
    return _section(
        _("If you are not satisfied with our answer"),
        _leading_to(
            _(
                "You can complain to the Ombudsman of the Republic of Latvia, who oversees equal "
                "treatment:"
            ),
            OMBUDSMAN,
        ),
    )


def cookies() -> Section:
    return _section(
        _("Cookies"),
        _(
            "This site sets no cookies for readers: not for reading, searching or sending forms. "
            "That is why it does not ask you to accept any. Only editors who sign in to the "
            "administration, and readers of pages protected by a password, receive the cookies "
            "that this requires."
        ),
        _(
            "Nothing is loaded from other sites, and nothing tracks you. A video from another site"
            " loads only when you start it; the rules of that site then apply."
        ),
    )


def server_logs() -> Section:
    return _section(
        _("Server logs"),
        _(
            "The servers record each request: its time, the page requested, the program used and "
            "the network address. This is needed for security and to fix faults. Legal basis: a "
            "task carried out in the public interest (Article 6(1)(e) of the General Data "
            "Protection Regulation)."
        ),
    )


def rights() -> Section:
    return _section(
        _("Your rights"),
        _(
            "You can ask what data we hold about you, and have it corrected, deleted or its use "
            "restricted. You can object to its use and, where you gave consent, withdraw it at any"
            " time; this does not affect what was done before. Write to us, and quote your "
            "reference number if you have one."
        ),
        _leading_to(
            _(
                "If you think we are breaking the rules, you can complain to the Data State "
                "Inspectorate:"
            ),
            DATA_INSPECTORATE,
        ),
    )
