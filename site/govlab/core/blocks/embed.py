"""Embedded videos that load nothing until the reader plays them.

The page holds a link and a title; the frame is created by a click. So no request and no cookie goes
to the other site before that, and without JavaScript the link still works.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..videos import video


class EmbedValue(blocks.StructValue):
    @property
    def provider_name(self) -> str:
        found = video(self["url"])
        return found.provider if found else ""

    @property
    def frame_url(self) -> str:
        found = video(self["url"])
        return found.frame_url if found else ""


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address of the video"), help_text=_("From YouTube or Vimeo."))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text_alternative = blocks.TextBlock(
        label=_("In words"),
        required=False,
        help_text=_("What the video says, for people who cannot watch or hear it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/embed.html"
        value_class = EmbedValue
        description = _("A video that loads only after the reader asks for it.")
        preview_value = {"url": "https://vimeo.com/1", "title": _("Title"), "text_alternative": ""}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.frame_url:
            raise blocks.StructBlockValidationError(
                {
                    "url": ValidationError(
                        _(
                            "Give the address of a video on YouTube or Vimeo, starting with https://."
                        )
                    )
                }
            )
        return cleaned
