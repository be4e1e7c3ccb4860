"""Publications and expiries that are due in a moment.

Wagtail's form knows minutes only, so these are made as the form makes them, past HTTP.
"""

import random
from datetime import timedelta

from django.utils import timezone

from ..browser import Browser
from ..registry import action, chosen
from .picking import standard_page, title


def _schedule(chance: random.Random, *, goes: bool, expires: bool) -> None:
    page = standard_page(chance).get_latest_revision_as_object()
    now = timezone.now()
    page.title = title(chance)
    page.go_live_at = now + timedelta(seconds=chance.uniform(1, 4)) if goes else None
    page.expire_at = now + timedelta(seconds=chance.uniform(4, 8)) if expires else None
    page.save_revision().publish()


@action
def schedule_a_publication(browser: Browser, chance: random.Random) -> None:
    _schedule(chance, goes=True, expires=False)


@action
def schedule_an_expiry(browser: Browser, chance: random.Random) -> None:
    _schedule(chance, goes=False, expires=True)


@action
def schedule_both(browser: Browser, chance: random.Random) -> None:
    _schedule(chance, goes=True, expires=True)


@action
def call_off(browser: Browser, chance: random.Random) -> None:
    from wagtail.models import Revision

    revision = chosen(chance, Revision.objects.filter(approved_go_live_at__isnull=False))
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
