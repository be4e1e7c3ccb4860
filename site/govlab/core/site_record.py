"""Keeps Wagtail's record of the default site in step with `SITE_URL`.

Wagtail's own addresses (links in the administration, redirects, the site of a request) come from
the record. It follows whenever it is saved, and on every `migrate`, which each deployment runs.
"""

from typing import Any

from django.apps import apps as global_apps
from django.core.exceptions import ImproperlyConfigured
from django.db.models.signals import post_migrate, pre_save
from django.db.utils import DEFAULT_DB_ALIAS
from wagtail.models import Site

from govlab.delivery.site_address import record_of, site_url


def connect(sender: Any) -> None:
    """`sender`: the app config after whose migrations the record is looked at."""
    pre_save.connect(_follow, sender=Site, dispatch_uid="core_site_record")
    post_migrate.connect(_migrated, sender=sender, dispatch_uid="core_site_record")


def follow_site_url() -> bool:
    """Whether the record had to change, which also marks every document to be rebuilt.

    Raises ImproperlyConfigured where another site has the address.
    """
    hostname, port = record_of(site_url())
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or (site.hostname, site.port) == (hostname, port):
        return False
    other = Site.objects.filter(hostname=hostname, port=port).exclude(pk=site.pk).first()
    if other:
        raise ImproperlyConfigured(
            f"SITE_URL is the address of the default site, and the site “{other}” has it too. "
            "Delete that one or change its address in Settings → Sites, then migrate again."
        )
    site.save()
    return True


def _follow(instance: Site, **kwargs: Any) -> None:
    if instance.is_default_site:
        instance.hostname, instance.port = record_of(site_url())


def _migrated(using: str, apps: Any = global_apps, **kwargs: Any) -> None:
    """Nothing after a migration backwards, to where sites or the log do not exist."""
    if using != DEFAULT_DB_ALIAS:
        return
    try:
        apps.get_model("wagtailcore", "Site")
        apps.get_model("delivery", "Mark")
    except LookupError:
        return
    follow_site_url()
