"""Pictures, which need either a description or to be marked as decorative."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description"),
        required=False,
        max_length=250,
        help_text=_("What the picture shows, for people who do not see it."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decorative"),
        required=False,
        help_text=_("The picture adds nothing to the text, so screen readers may skip it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"
        description = _("A picture with its description and caption.")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["alt"] and not cleaned["decorative"]:
            raise blocks.StructBlockValidationError(
                {"alt": ValidationError(_("Describe the picture, or mark it as decorative."))}
            )
        if cleaned["alt"] and cleaned["decorative"]:
            raise blocks.StructBlockValidationError(
                {
                    "decorative": ValidationError(
                        _("A picture with a description is not decorative. Clear one of the two.")
                    )
                }
            )
        return cleaned

    def get_preview_value(self) -> Any:
        from ..images import SiteImage

        return self.to_python(
            {
                "image": SiteImage.objects.order_by("-pk").values_list("pk", flat=True).first(),
                "alt": "",
                "decorative": True,
                "caption": str(_("Caption")),
            }
        )
