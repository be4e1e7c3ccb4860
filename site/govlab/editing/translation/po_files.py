"""Imports translations from PO files, and reports why a file is invalid."""

import tempfile
from pathlib import Path
from typing import Any

import polib
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

# The header in which wagtail-localize stores the translation's id.
IDENTITY = "X-WagtailLocalize-TranslationID"
LARGEST = 5 * 1024 * 1024


class PoFileForm(forms.Form):
    file = forms.FileField(
        error_messages={
            "required": gettext_lazy("Choose a PO file."),
            "empty": gettext_lazy("The file is empty."),
        }
    )

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.translation = translation

    def clean_file(self) -> polib.POFile:
        """Return the file's entries without fuzzy ones."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise ValidationError(_("The file is larger than 5 MB."))
        po = _parsed(upload)
        if po.metadata.get(IDENTITY) != str(self.translation.uuid):
            raise ValidationError(
                _(
                    "The file belongs to another translation. Download the file of this "
                    "translation and use that."
                )
            )
        done = [entry for entry in po if entry.msgstr and not entry.fuzzy]
        if not done:
            raise ValidationError(_("The file has no translations, or only fuzzy ones."))
        po[:] = done
        return po


@require_POST
def upload_po_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Replaces wagtail-localize's view."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    form = PoFileForm(request.POST, request.FILES, translation=translation)
    if form.is_valid():
        _take_over(request, translation, form.cleaned_data["file"])
    else:
        for message in form.errors["file"]:
            messages.error(request, message)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _take_over(request: HttpRequest, translation: Translation, po: polib.POFile) -> None:
    foreign = translation.import_po(po, user=request.user, tool_name="PO File")
    taken = len(po) - len(foreign)
    message = ngettext(
        "%(count)d text was imported from the file.",
        "%(count)d texts were imported from the file.",
        taken,
    )
    messages.success(request, message % {"count": taken})
    if foreign:
        message = ngettext(
            "%(count)d text of the file is not in this page and was skipped.",
            "%(count)d texts of the file are not in this page and were skipped.",
            len(foreign),
        )
        messages.warning(request, message % {"count": len(foreign)})
    if at_fault := _at_fault(translation):
        message = ngettext(
            "%(count)d text cannot be used. The reason is shown next to it.",
            "%(count)d texts cannot be used. The reasons are shown next to them.",
            at_fault,
        )
        messages.warning(request, message % {"count": at_fault})


def _at_fault(translation: Translation) -> int:
    return (
        StringTranslation.objects.filter(
            locale_id=translation.target_locale_id,
            context__object_id=translation.source.object_id,
            translation_of__segments__source=translation.source,
            has_error=True,
        )
        .distinct()
        .count()
    )


def _parsed(upload: "UploadedFile[Any]") -> polib.POFile:
    content = upload.read()
    if b"\0" in content:
        raise ValidationError(_("This is not a PO file."))
    # polib opens a text that is a path, so it is only passed a path of our own.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "upload.po")
        path.write_bytes(content)
        try:
            return polib.pofile(str(path))
        except (OSError, ValueError, LookupError) as error:
            raise ValidationError(_("This is not a PO file, or it is damaged.")) from error
