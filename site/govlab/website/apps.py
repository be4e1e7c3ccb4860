from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The layout around pages and search, and views that depend on both."""

    name = "govlab.website"
    label = "website"

    def ready(self) -> None:
        from govlab.core import rendering

        from .reader.pages import page_context

        rendering.register(page_context)
