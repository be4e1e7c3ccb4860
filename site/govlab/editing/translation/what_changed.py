"""What changed in the original of a translation, with the actions that follow: taking the changes
over, or confirming that the translation needs no change."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import Translation

from govlab.core.translation.changes import PlainText, SourceChange, changes_of
from govlab.core.translation.confirmation import (
    confirm_machine_texts,
    confirm_unchanged,
    machine_texts,
)
from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import TranslationStatus

from ..visibility import may_explore
from .place_labels import PlaceLabels
from .rights import may_change, may_edit, may_publish, may_sync

REVIEWED = "govlab.translation_reviewed"
MACHINE_TEXTS = "govlab.machine_texts_checked"
ACTIONS = {
    REVIEWED: (gettext_lazy("Translation reviewed"), gettext_lazy("Confirmed as up to date.")),
    MACHINE_TEXTS: (
        gettext_lazy("Machine translation checked"),
        gettext_lazy("Texts translated by a machine were checked by a person."),
    ),
}


class OfTranslation(View):
    """Of a page that was translated from another one, for those who may edit it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        if not self.is_allowed(request.user):
            raise PermissionDenied
        translation = translation_of(self.page)
        if translation is None:
            raise Http404
        self.translation = translation
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, account: Any) -> bool:
        return may_edit(account, self.page)

    def back(self, request: HttpRequest) -> HttpResponse:
        address = get_valid_next_url_from_request(request)
        return redirect(address or reverse("wagtailadmin_pages:edit", args=[self.page.pk]))


class WhatChanged(OfTranslation):
    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        source = self._source()
        changes = changes_of(self.translation)
        labels = PlaceLabels(source) if source else None

        def placed(texts: Iterable[SourceChange | PlainText]) -> list[tuple[str, Any]]:
            return [(labels.label(text.path) if labels else "", text) for text in texts]

        account = request.user
        state = translation_state(self.page)
        title = self.page.get_admin_display_title()
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        heading = _("What changed: %(title)s") % {"title": title}
        context = {
            "header_title": heading,
            "header_icon": "history",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": edit_url, "label": title},
                {"url": "", "label": heading},
            ],
            "page": self.page,
            "translation": self.translation,
            "source": source,
            "source_language": self.translation.source.locale.language_code,
            "target_language": self.translation.target_locale.language_code,
            "source_is_open": source is not None and may_explore(account, source),
            "state": state,
            "is_outdated": state.status == TranslationStatus.OUTDATED,
            "changes": changes,
            "changed": placed(changes.changed),
            "new": placed(changes.new),
            "removed": placed(changes.removed),
            "machine_texts": machine_texts(self.page).count(),
            "may_change": may_change(account, self.page),
            "may_sync": source is not None
            and self.translation.enabled
            and may_sync(account, self.translation.source),
            "may_confirm": may_publish(account, self.page),
            "publishers": publishers(self.page),
            "edit_url": edit_url,
            "next": get_valid_next_url_from_request(request),
            "here": request.get_full_path(),
        }
        return TemplateResponse(request, "editing/translation/what_changed.html", context)

    def _source(self) -> Any:
        try:
            return self.translation.source.get_source_instance()
        except ObjectDoesNotExist:
            return None


class Confirm(OfTranslation):
    """“No change needed”. It requires the permission to publish, because the notice to readers
    disappears."""

    def is_allowed(self, account: Any) -> bool:
        return may_publish(account, self.page)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """For whoever follows the address: the changes with the button."""
        return redirect("govlab_translation_changes", page_id)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        title = self.page.get_admin_display_title()
        if translation_state(self.page).status == TranslationStatus.CURRENT:
            messages.success(request, _("“%(title)s” is up to date already.") % {"title": title})
            return self.back(request)
        try:
            confirm_unchanged(self.translation, self.page, request.user)
        except (ValidationError, ObjectDoesNotExist) as refused:
            reason = " ".join(getattr(refused, "messages", [_("The original no longer exists.")]))
            messages.error(
                request,
                _("“%(title)s” is not confirmed as up to date. %(reason)s")
                % {"title": title, "reason": reason},
            )
            return redirect("govlab_translation_changes", page_id)
        log(instance=self.page, action=REVIEWED, user=request.user)
        messages.success(request, _("“%(title)s” is up to date now.") % {"title": title})
        return self.back(request)


class ConfirmMachineTexts(OfTranslation):
    """Somebody has read what a machine translated, and it may stay."""

    http_method_names = ("post", "options")

    def is_allowed(self, account: Any) -> bool:
        return may_change(account, self.page)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        count = confirm_machine_texts(self.page, request.user)
        if count:
            log(instance=self.page, action=MACHINE_TEXTS, user=request.user)
        message = ngettext(
            "%(count)d text translated by a machine is marked as checked.",
            "%(count)d texts translated by a machine are marked as checked.",
            count,
        )
        messages.success(request, message % {"count": count})
        return self.back(request)


def translation_of(page: Page) -> Translation | None:
    """Return the record of the page's translation, synchronised or not."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id
        )
        .select_related("source__locale", "source__specific_content_type", "target_locale")
        .select_related("review")
        .first()
    )


def publishers(page: Page) -> list[str]:
    """Return the names of the groups whose members may publish the page. Wagtail's own groups,
    which have English names, have none."""
    granted = GroupPagePermission.objects.filter(
        permission__codename="publish_page",
        page__in=page.get_ancestors(inclusive=True),
        group__user__is_active=True,
    )
    return list(granted.order_by("group__name").values_list("group__name", flat=True).distinct())
