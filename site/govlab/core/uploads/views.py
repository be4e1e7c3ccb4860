"""The view that serves originals of pictures to editors; they are never public."""

import mimetypes

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from govlab.core.images import SiteImage

RIGHTS = ("choose", "change", "delete")


@require_safe
def upload(request: HttpRequest, name: str) -> FileResponse:
    """Responds with 404 for documents, unknown files, and pictures that the user may not choose."""
    if not (_is_avatar(name) or _may_see_picture(request, name)):
        raise Http404
    try:
        stream = default_storage.open(name, "rb")
    except (OSError, ValueError):
        raise Http404 from None
    media_type = mimetypes.guess_type(name)[0] or ""
    picture = media_type.startswith("image/") and "svg" not in media_type
    response = FileResponse(
        stream,
        as_attachment=not picture,
        content_type=media_type if picture else "application/octet-stream",
    )
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _is_avatar(name: str) -> bool:
    """Whether the file is a user's avatar, which all editors may see."""
    return bool(UserProfile.objects.filter(avatar=name).exists())


def _may_see_picture(request: HttpRequest, name: str) -> bool:
    image = SiteImage.objects.filter(file=name).first()
    policy = policy_registry.get_by_type(SiteImage)
    return bool(image and policy.user_has_any_permission_for_instance(request.user, RIGHTS, image))
