"""Creates redirects when a page moves or its slug changes."""

from typing import Any

from wagtail.contrib.redirects.apps import WagtailRedirectsAppConfig


class RedirectsConfig(WagtailRedirectsAppConfig):
    """Wagtail's app, restricted to pages that have been published.

    Wagtail also creates redirects for drafts, for example when a new translation gets its slug.
    """

    def ready(self) -> None:
        super().ready()
        from wagtail.contrib.redirects import signal_handlers
        from wagtail.signals import page_slug_changed, post_page_move

        page_slug_changed.disconnect(signal_handlers.autocreate_redirects_on_slug_change)
        post_page_move.disconnect(signal_handlers.autocreate_redirects_on_page_move)
        page_slug_changed.connect(_slug_changed, dispatch_uid="delivery_redirects_slug")
        post_page_move.connect(_moved, dispatch_uid="delivery_redirects_move")


def _slug_changed(instance_before: Any, **kwargs: Any) -> None:
    from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change

    if _was_published(instance_before):
        autocreate_redirects_on_slug_change(instance_before=instance_before, **kwargs)


def _moved(instance: Any, **kwargs: Any) -> None:
    from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_page_move

    if _was_published(instance):
        autocreate_redirects_on_page_move(instance=instance, **kwargs)


def _was_published(page: Any) -> bool:
    return bool(page.live or page.first_published_at)
