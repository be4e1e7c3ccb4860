"""The image model: Wagtail's, with the credit that licences ask for, and sizes made with care."""

from typing import Any

from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage

from .renditions import turns
from .renditions.filter import UprightFilter
from .renditions.original import upright_size


class UprightImageFieldFile(WagtailImageFieldFile):
    def get_image_dimensions(self) -> tuple[int, int]:
        """As the picture is seen, not as a camera that was held upright stored it.

        Raises UnreadablePictureError.
        """
        close = self.closed
        self.open()
        try:
            return upright_size(self)
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class UprightImageField(WagtailImageField):
    attr_class = UprightImageFieldFile


class SiteImage(AbstractImage):
    file = UprightImageField(
        verbose_name=AbstractImage._meta.get_field("file").verbose_name,
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture and under which licence, if that must be named."),
    )

    stores_upright_size = True
    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Notes size and digest of a new file, whoever brings it: its addresses hold the digest."""
        if self.file and not self.file._committed:
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def create_rendition(self, made_by: Filter) -> "Rendition":
        """Raises SourceImageIOError: its EncodersBusyError where there was no turn in time, its
        UnreadablePictureError where the original is no picture."""
        wanted = {"filter_spec": made_by.spec, "focal_point_key": made_by.get_cache_key(self)}
        deadline = turns.Deadline()
        with turns.only_maker(f"{self.pk} {wanted}", deadline):
            if made := self.renditions.filter(**wanted).first():
                return made
            with turns.encoder(deadline):
                rendition: Rendition = super().create_rendition(made_by)
                return rendition

    def create_renditions(self, *filters: Filter) -> dict[Filter, "Rendition"]:
        """One after another, where Wagtail decodes the original in three threads at once."""
        return {made_by: self.create_rendition(made_by) for made_by in filters}

    def generate_rendition_file(
        self, made_by: Filter, *, source: "File[Any] | None" = None
    ) -> "File[Any]":
        upright = UprightFilter(made_by.spec)
        file: File[Any] = super().generate_rendition_file(upright, source=source)
        return file


class Rendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="core_unique_rendition"
            )
        ]
