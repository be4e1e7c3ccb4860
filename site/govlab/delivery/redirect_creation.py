"""Which redirects are made when a page moves or gets another slug."""

from typing import Any

from wagtail.contrib.redirects.apps import WagtailRedirectsAppConfig


class RedirectsConfig(WagtailRedirectsAppConfig):
    """Wagtail's app; it makes redirects only from addresses that readers may have had.

    Wagtail itself makes one also where a draft gets another slug before it is first published, as
    each translation does.
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
