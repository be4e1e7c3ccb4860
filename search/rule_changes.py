"""Lets answers that processes keep end when editors change what search finds."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from govlab.delivery.log import marks

from .models import PromotedPage, Promotion, SearchSynonym


def connect() -> None:
    for model in (SearchSynonym, Promotion, PromotedPage):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search rule {model.__name__}")


def _changed(**kwargs: Any) -> None:
    marks.mark_routes("search rule changed")
