from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The layout around pages and search, and views that depend on both."""

    name = "govlab.website"
    label = "website"

    def ready(self) -> None:
        from govlab.core import rendering

        from .feeds.representations import FEEDS
        from .markdown.representation import MARKDOWN
        from .reader import representations
        from .reader.html import PAGE
        from .reader.pages import page_context

        rendering.register(page_context)
        for representation in (PAGE, MARKDOWN, *FEEDS):
            representations.register(representation)
