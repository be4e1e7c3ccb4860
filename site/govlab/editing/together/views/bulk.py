"""Bulk actions with the same questions, asked once for all pages."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction,
    MoveBulkAction,
    UnpublishBulkAction,
)
from wagtail.admin.views.pages.bulk_actions.move import MoveForm
from wagtail.models import Page

from govlab.core.bin import is_in_bin
from govlab.core.translation.originals import translations_of

from ...bin.deletion import ensure_deletable
from ...conf import bin_days
from .. import deleting, moving, unpublishing
from ..companions import Companion
from ..forms import TranslationsForm, WithdrawalForm
from ..unpublishing import Outcome
from ..withdrawals import Withdrawal
from .delete import is_locked_by_another
from .outcomes import languages, shown, tell_outcome


class Withdrawing:
    """What unpublishing and deleting have in common."""

    request: Any
    form_class: Any

    @cached_property
    def _pages(self) -> list[Page]:
        pages: list[Page] = self.get_actionable_objects()[0]  # type: ignore[attr-defined]
        return pages

    @cached_property
    def companions(self) -> list[Companion]:
        found = {item.page.pk: item for page in self._pages for item in self._companions_of(page)}
        chosen = {page.pk for page in self._pages}
        return [item for pk, item in found.items() if pk not in chosen]

    def _companions_of(self, page: Page) -> list[Companion]:
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return kwargs | {
            "pages": self._pages,
            "languages": languages(self._pages, self.companions),
            "has_translations": bool(self.companions),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {"translations": shown(self.companions), "days": bin_days()}


class UnpublishForm(WithdrawalForm):
    include_descendants = forms.BooleanField(
        required=False, label=gettext_lazy("Unpublish the pages below them too")
    )


class UnpublishTogether(Withdrawing, UnpublishBulkAction):
    """Replaces Wagtail's action of the same type."""

    template_name = "editing/together/bulk_unpublish.html"
    form_class = UnpublishForm

    def __init__(self, request: Any, model: type[Page]) -> None:
        super().__init__(request, model)
        self.outcomes: list[Outcome] = []

    def _companions_of(self, page: Page) -> list[Companion]:
        return unpublishing.companions(page, self.request.user)

    def get_execution_context(self) -> dict[str, Any]:
        form = self.cleaned_form
        return super().get_execution_context() | {
            "withdrawal": form.withdrawal,
            "with_translations": form.with_translations,
            "outcomes": self.outcomes,
        }

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: Any = None,
        withdrawal: Withdrawal | None = None,
        with_translations: bool = True,
        outcomes: list[Outcome] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many of the pages, and how many below them, were unpublished."""
        parents = children = 0
        for page in objects:
            stored = Page.objects.get(pk=page.pk)
            if not stored.live:
                continue
            below = stored.get_descendants().live().count()
            outcome = unpublishing.unpublish(
                stored,
                user,
                withdrawal or Withdrawal(),
                include_descendants=include_descendants,
                with_translations=with_translations,
            )
            parents += 1
            children += below - stored.get_descendants().live().count()
            if outcomes is not None:
                outcomes.append(outcome)
        return parents, children

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        done = _("The translation “%(title)s” (%(language)s) is unpublished.")
        for outcome in self.outcomes:
            tell_outcome(self.request, outcome, done)
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message


class DeleteTogether(Withdrawing, DeleteBulkAction):
    """Replaces Wagtail's action of the same type."""

    template_name = "editing/together/bulk_delete.html"
    form_class = WithdrawalForm

    def __init__(self, request: Any, model: type[Page]) -> None:
        super().__init__(request, model)
        self.outcomes: list[Outcome] = []

    def check_perm(self, page: Page) -> bool:
        allowed = super().check_perm(page) and not is_locked_by_another(page, self.request.user)
        return bool(allowed)

    def _companions_of(self, page: Page) -> list[Companion]:
        return deleting.companions(page, self.request.user)

    def post(self, request: Any) -> HttpResponse:
        for page in self._pages:
            ensure_deletable(page)
        response: HttpResponse = super().post(request)
        return response

    def get_execution_context(self) -> dict[str, Any]:
        form = self.cleaned_form
        return super().get_execution_context() | {
            "withdrawal": form.withdrawal,
            "with_translations": form.with_translations,
            "outcomes": self.outcomes,
        }

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        user: Any = None,
        withdrawal: Withdrawal | None = None,
        with_translations: bool = True,
        outcomes: list[Outcome] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many of the pages, and how many below them, are in the bin."""
        batch = uuid4()
        parents = children = 0
        for page in objects:
            stored = Page.objects.get(pk=page.pk)
            if is_in_bin(stored):  # as the translation of another one of them
                continue
            parents += 1
            children += stored.get_descendant_count()
            outcome = deleting.delete(
                stored,
                user,
                withdrawal or Withdrawal(),
                with_translations=with_translations,
                batch=batch,
            )
            if outcomes is not None:
                outcomes.append(outcome)
        return parents, children

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        done = _("The translation “%(title)s” (%(language)s) is in the bin too.")
        for outcome in self.outcomes:
            tell_outcome(self.request, outcome, done)
        total = num_parent_objects + num_child_objects
        message = ngettext(
            "%(count)d page is in the bin.", "%(count)d pages are in the bin.", total
        )
        return message % {"count": total}


class MoveTogetherForm(MoveForm, TranslationsForm):
    pass


class MoveTogether(MoveBulkAction):
    """Replaces Wagtail's action of the same type."""

    template_name = "editing/together/bulk_move.html"
    form_class = MoveTogetherForm

    def __init__(self, request: Any, model: type[Page]) -> None:
        super().__init__(request, model)
        self.outcomes: list[Outcome] = []

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        pages = Page.objects.filter(pk__in=self.pages_to_move)
        return kwargs | {"has_translations": any(translations_of(page) for page in pages)}

    def get_execution_context(self) -> dict[str, Any]:
        return super().get_execution_context() | {
            "with_translations": self.cleaned_form.with_translations,
            "outcomes": self.outcomes,
        }

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        destination: Page | None = None,
        user: Any = None,
        with_translations: bool = True,
        outcomes: list[Outcome] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many pages were moved, and 0."""
        if destination is None:
            return 0, 0
        moved = 0
        for page in objects:
            stored, target = Page.objects.get(pk=page.pk), Page.objects.get(pk=destination.pk)
            outcome = moving.move(stored, target, user, with_translations=with_translations)
            moved += 1
            if outcomes is not None:
                outcomes.append(outcome)
        return moved, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        done = _("The translation “%(title)s” (%(language)s) was moved too.")
        for outcome in self.outcomes:
            tell_outcome(self.request, outcome, done)
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message
