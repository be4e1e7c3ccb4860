"""The reason for which editors withdraw pages, and the page that readers are led to instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from govlab.delivery.documents.tree import PublicTree
from govlab.delivery.log import causes
from govlab.delivery.public import public_pages
from govlab.delivery.schemas.feed import WithdrawalCause


@dataclass(frozen=True)
class Withdrawal:
    # A `WithdrawalCause`; empty where nothing was public.
    cause: str = ""
    # What readers are told, by language.
    explanations: Mapping[str, str] = field(default_factory=dict)
    leads_to: Page | None = None

    def explanation_for(self, page: Page) -> str:
        return self.explanations.get(page.locale.language_code, "")

    @property
    def log_data(self) -> dict[str, Any]:
        return {
            "cause": str(self.cause),
            "explanations": dict(self.explanations),
            "leads_to": self.leads_to.pk if self.leads_to else None,
        }


def record(withdrawal: Withdrawal, pages: Iterable[Page]) -> dict[int, list[int]]:
    """Note the reason for the pages and all below them, and create redirects to the replacement in
    the language of each page. Return the ids of the redirects by that of the page.

    Call it in the transaction that withdraws the pages, before it does.
    """
    pages = list(pages)
    redirects: dict[int, list[int]] = {}
    leads_to: dict[int, int] = {}
    for page in pages:
        redirects[page.pk] = []
        if not public_pages(Page.objects.filter(pk=page.pk)).exists():
            continue
        old_path = Redirect.normalise_path(PublicTree().location(page)[0])
        target = replacement(withdrawal.leads_to, page)
        if target is None:
            # One from a former page at this address would lead elsewhere now.
            for stale in Redirect.objects.filter(old_path=old_path, automatically_created=True):
                stale.delete()
            continue
        leads_to[page.pk] = target.pk
        redirect, _created = Redirect.objects.update_or_create(
            old_path=old_path,
            site=None,
            defaults={
                "redirect_page": target,
                "redirect_link": "",
                # Browsers keep permanent ones, and the page may be restored.
                "is_permanent": False,
                "automatically_created": True,
            },
        )
        redirects[page.pk].append(redirect.pk)
    if withdrawal.cause:
        ids = [pk for page in pages for pk in _branch_ids(page)]
        cause = WithdrawalCause(withdrawal.cause)
        causes.explain(ids, cause, withdrawal.explanations, leads_to)
    return redirects


def replacement(leads_to: Page | None, page: Page) -> Page | None:
    """Return the public equivalent of the replacement in the language of the page."""
    if leads_to is None:
        return None
    group = public_pages(leads_to.get_translations(inclusive=True))
    return group.filter(locale=page.locale_id).exclude(path__startswith=page.path).first()


def _branch_ids(page: Page) -> list[int]:
    return list(page.get_descendants(inclusive=True).values_list("pk", flat=True))
