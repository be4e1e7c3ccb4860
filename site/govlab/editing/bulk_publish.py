"""Bulk publishing: publishes the pages that pass the publication gate, and reports the others."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.models import Page

from .refusals import tell
from .synced import synced_translation
from .translation.publishing import publish


class PublishWhatMayBe(PublishBulkAction):
    """Replaces Wagtail's action of the same type, which publishes all pages or fails."""

    def __init__(self, request: Any, model: type[Page]) -> None:
        super().__init__(request, model)
        self.refusals: list[ValidationError] = []

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "refusals": self.refusals}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: Any = None,
        refusals: list[ValidationError] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many of the pages, and how many of their descendants, were published."""
        refused = refusals if refusals is not None else []
        parents = children = 0
        for page in objects:
            parents += _published(page, user, refused)
            if include_descendants:
                # Aliases follow their originals and have no revisions of their own.
                below_page = page.get_descendants().not_live().filter(alias_of=None)
                for below in below_page.specific():
                    if user is None or below.permissions_for_user(user).can_publish():
                        children += _published(below, user, refused)
        return parents, children

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        for refused in self.refusals:
            tell(self.request, refused)
        if not num_parent_objects + num_child_objects:
            return None
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message


def _published(page: Page, user: Any, refused: list[ValidationError]) -> bool:
    try:
        with transaction.atomic():
            if translation := synced_translation(page):
                # Include translations since its draft was saved.
                publish(translation, user)
            else:
                revision = page.get_latest_revision() or page.specific.save_revision(user=user)
                revision.publish(user=user)
    except ValidationError as error:
        refused.append(error)
        return False
    return True
