from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebsiteConfig(AppConfig):
    """The layout around pages and search, and views that depend on both."""

    name = "govlab.website"
    label = "website"

    def ready(self) -> None:
        from govlab.core import rendering
        from govlab.core.processing import Processing, register

        from .feeds.representations import FEEDS
        from .markdown.representation import MARKDOWN
        from .reader import representations
        from .reader.html import PAGE
        from .reader.pages import page_context

        rendering.register(page_context)
        for representation in (PAGE, MARKDOWN, *FEEDS):
            representations.register(representation)
        register(
            Processing(
                "limits",
                purpose=_("Protection from abuse"),
                data=_(
                    "How many requests, searches, reported problems and answers came from a "
                    "network address in a short time; the address is stored as a hash only."
                ),
                basis=_(
                    "Legal basis: a task carried out in the public interest (Article 6(1)(e) of "
                    "the General Data Protection Regulation)."
                ),
                # Twice the longest window that is counted.
                days=lambda: 2,
                order=40,
            )
        )
