from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.auth import user_has_any_page_permission

from govlab.core.blocks import BodyBlock

from .convert import convert
from .losses import messages
from .nodes import TooLargeError


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """Convert the field `html` to blocks, in the form that the editor's scripts insert."""
    if not user_has_any_page_permission(request.user):
        raise PermissionDenied
    try:
        pasted = convert(request.POST.get("html", ""))
    except TooLargeError:
        message = _("This is too much to paste at once. Paste it in parts.")
        return JsonResponse({"error": message}, status=413)
    body = BodyBlock()
    blocks = []
    for kind, value in pasted.blocks:
        block = body.child_blocks[kind]
        blocks.append({"type": kind, "value": block.get_form_state(block.to_python(value))})
    return JsonResponse({"blocks": blocks, "left_out": messages(pasted.losses)})
