"""The forms for uploads in the admin."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from ..kept_input import KeepsInput
from . import rules


class WholeImageField(WagtailImageField):
    def check_image_pixel_size(self, f: Any) -> None:
        """Replaces Wagtail's check, which decodes any file and fails on broken ones."""
        rules.check_pixels(f)


class SiteImageForm(KeepsInput, BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = WholeImageField(
                label=given.label, required=given.required, widget=given.widget
            )


class SiteDocumentForm(KeepsInput, BaseDocumentForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.help_text = _("At most %(size)s.") % {"size": field.max_upload_size_text}

    def _update_errors(self, errors: Any) -> None:
        """The model would go on about the missing extension of a file that was refused, or that
        was checked when it was uploaded and is none of this form's fields."""
        if "file" in self._errors or "file" not in self.fields:
            errors.error_dict.pop("file", None)
        super()._update_errors(errors)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            rules.check_document(file)
        return file
