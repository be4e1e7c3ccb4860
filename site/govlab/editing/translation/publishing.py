"""Publishing a translation as it is stored; reasons of refusals stand next to the texts."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from govlab.core.publication.segment_errors import mark_refused

from ..refusals import tell


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
