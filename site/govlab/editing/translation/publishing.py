"""Publishing in the translation editor, with reasons for refusals next to the texts concerned.

Replaces wagtail-localize's message, which has no reasons and asks to publish again without the
invalid texts.
"""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from govlab.core.publication.gate import sentence, texts_left
from govlab.core.publication.problems import Problem
from govlab.core.publication.segment_errors import mark_refused

from ..refusals import tell
from ..synced import synced_translation


def publish_translation(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Wagtail's hook before editing."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = synced_translation(instance)
    if translation is None:
        return None
    if isinstance(instance, Page):
        if not instance.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
    elif left := untranslated_count(translation):
        refused = sentence(str(instance), Problem(reason=texts_left(left)))
        tell(request, ValidationError(refused))
        return redirect(request.get_full_path())
    if publish_or_tell(request, translation):
        messages.success(
            request,
            _("“%(title)s” is published in %(language)s.")
            % {
                "title": translation.get_target_instance(),
                "language": translation.target_locale.get_display_name(),
            },
        )
    return redirect(request.get_full_path())


def publish_or_tell(request: HttpRequest, translation: Translation) -> bool:
    """Publish the translation with its current texts, or report why it is refused."""
    try:
        publish(translation, request.user)
    except ValidationError as refused:
        mark_refused(translation, refused)
        tell(request, refused)
        return False
    return True


def publish(translation: Translation, user: Any) -> None:
    """Publish completely or not at all. Raises ValidationError."""
    try:
        with transaction.atomic():
            translation.save_target(user=user, publish=True)
    except ObjectDoesNotExist as error:
        raise ValidationError(
            _(
                "“%(title)s” is not published. A picture, file or page chosen for the "
                "translation no longer exists. Choose another."
            )
            % {"title": translation.source.object_repr}
        ) from error


def untranslated_count(translation: Translation) -> int:
    total, done = translation.get_progress()
    left: int = total - done
    return left
