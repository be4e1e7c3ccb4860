"""The page in place of one that is not public any more: why, and where to go instead."""

import json
from collections.abc import Iterator

from django.db.models import Q
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from govlab.delivery.models import Document
from govlab.delivery.schemas.feed import WithdrawalCause, WithdrawalReason
from govlab.delivery.schemas.links import PageCard

from .frame import Frame

# By what editors said, else by what happened to the page.
_WORDS: dict[str, str | Promise] = {
    WithdrawalCause.OUTDATED: _("It was out of date."),
    WithdrawalCause.REPLACED: _("Another page has replaced it."),
    WithdrawalCause.MISTAKE: _("It was published by mistake."),
    WithdrawalCause.LEGAL: _("It was taken down for legal reasons."),
    WithdrawalReason.EXPIRED: _("It was published for a limited time, which is over."),
    WithdrawalReason.DELETED: _("It was deleted."),
    WithdrawalReason.ANCESTOR_WITHDRAWN: _("The section that it belonged to is not public."),
}
_OTHERWISE = _("It was taken down by the editors.")


def withdrawn_response(path: str, frame: Frame) -> HttpResponse:
    """Return a response with status 410, for a path whose latest document was withdrawn."""
    row = Document.at_path(path).latest("sequence")
    with override(frame.locale):
        body = render_to_string(
            "website/withdrawn.html",
            {
                "frame": frame,
                "reason": _WORDS.get(row.cause) or _WORDS.get(row.reason, _OTHERWISE),
                "explanation": row.explanation,
                "instead": list(_instead(row)),
            },
        )
    response = HttpResponse(body, status=410)
    # Browsers would keep it for ever, and the page may be restored.
    response["Cache-Control"] = "no-cache"
    response["Content-Language"] = frame.locale
    return response


def _instead(row: Document) -> Iterator[PageCard]:
    """Yield what editors chose, the page in other languages, and the sections that it was in."""
    parts = row.path.strip("/").split("/")
    above = [f"/{'/'.join(parts[:end])}/" for end in range(2, len(parts))]
    found = Document.objects.filter(
        Q(pk=row.leads_to) | Q(translation_key=row.translation_key) | Q(path__in=above), live=True
    )
    cards = [PageCard(**json.loads(text)) for text in found.values_list("card_json", flat=True)]
    yield from sorted(
        cards, key=lambda card: (card.id != row.leads_to, card.path in above, -len(card.path))
    )
