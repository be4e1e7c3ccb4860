"""The living page of the design: each component in every state, from the templates of the site.

For those who may enter the administration, in each language; it is not a page of the log.
"""

import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.blocks import BoundBlock

from govlab.core.blocks import BodyBlock
from govlab.core.doors import doors
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import parse
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import (
    Provenance,
    Seo,
    TranslationInfo,
    TranslationLink,
    TranslationStatus,
)
from home.choices import Phase
from home.schemas import StandardDocument

from .design_states import COMPONENTS, THEMES, example_forms

COLOURS = ("bg", "surface", "pine-ground", "amber-ground", "sky-ground", "accent", "found")
# Of the newest documents, one with a picture is shown as a card.
_CANDIDATES = 12
_MOMENT = datetime(2026, 11, 18, tzinfo=UTC)


@require_safe
@never_cache
@permission_required("wagtailadmin.access_admin", login_url="wagtailadmin_login")
def design_page(request: HttpRequest) -> HttpResponse:
    return render(request, "website/design.html", _context(get_language() or ""))


def _context(locale: str) -> dict[str, Any]:
    numbers = Paginator(range(30), 10)
    newest = live_documents(locale=locale).order_by("-sequence")[:_CANDIDATES]
    documents = (parse(json.loads(document.json)) for document in newest)
    pictured = [document for document in documents if document.image][:1]
    return {
        "colours": COLOURS,
        "phases": list(Phase),
        "example": _example(locale),
        "notices": [
            _example(locale, sample=True),
            _example(locale, status=TranslationStatus.OUTDATED),
            _example(locale, provenance=Provenance.MACHINE),
        ],
        "cards": [*pictured, _example(locale, sample=True)],
        "shown_doors": [SimpleNamespace(door=door, path="#main") for door in doors()],
        "components": COMPONENTS,
        "themes": THEMES,
        "example_forms": example_forms(),
        "middle_page": numbers.page(2),
        "paginations": [numbers.page(number) for number in numbers.page_range],
        "blocks": [
            (name, BoundBlock(block, value))
            for name, block in BodyBlock().child_blocks.items()
            if (value := block.get_preview_value())
        ],
    }


def _example(
    locale: str,
    *,
    sample: bool = False,
    status: TranslationStatus = TranslationStatus.CURRENT,
    provenance: Provenance = Provenance.HUMAN,
) -> StandardDocument:
    title, path = _("Components of the site"), reverse("design")
    link: dict[str, Any] = {"id": 0, "locale": locale, "path": path, "url": path}
    return StandardDocument(
        **link,
        translation_key=UUID(int=0),
        sequence=0,
        digest="",
        title=title,
        summary=_("The summary says in a sentence or two what the page is about."),
        published_at=_MOMENT,
        updated_at=_MOMENT,
        image=None,
        is_sample=sample,
        breadcrumbs=[PageLink(**link, title=_("Home"))],
        translations=[TranslationLink(**link, status=status)],
        translation=TranslationInfo(
            source_locale=locale,
            status=status,
            provenance=provenance,
            source_changed_at=_MOMENT,
            translated_at=None,
        ),
        terms=[],
        seo=Seo(title=title, description=""),
        body=[],
    )
