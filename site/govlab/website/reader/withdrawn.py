"""The page in place of one that is not public any more: why, and where to go instead."""

import json

from django.db.models import Q
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from govlab.delivery.models import Document
from govlab.delivery.schemas.feed import WithdrawalReason
from govlab.delivery.schemas.links import PageCard, PageLink

from .frame import Frame

_WORDS: dict[str, str | Promise] = {
    WithdrawalReason.EXPIRED: _("It was published for a limited time, which is over."),
    WithdrawalReason.DELETED: _("It was deleted."),
    WithdrawalReason.ANCESTOR_WITHDRAWN: _("The section that it belonged to is not public."),
}
_OTHERWISE = _("It was taken down by the editors.")


def withdrawn_response(path: str, reason: str, frame: Frame) -> HttpResponse:
    """Return a response with status 410. One query."""
    with override(frame.locale):
        body = render_to_string(
            "website/withdrawn.html",
            {
                "frame": frame,
                "reason": _WORDS.get(reason, _OTHERWISE),
                "instead": _instead(path),
            },
        )
    response = HttpResponse(body, status=410)
    response["Cache-Control"] = "public, no-cache"
    response["Content-Language"] = frame.locale
    return response


def _instead(path: str) -> list[PageLink]:
    """Return the documents of the sections that the page was in, the nearest first, and of the
    page's other languages."""
    parts = path.strip("/").split("/")
    above = [f"/{'/'.join(parts[:end])}/" for end in range(2, len(parts))]
    keys = Document.at_path(path).values("translation_key")
    found = Document.objects.filter(Q(path__in=above) | Q(translation_key__in=keys), live=True)
    cards = [PageCard(**json.loads(row.card_json)) for row in found]
    return sorted(cards, key=lambda card: len(card.path), reverse=True)
