"""An address that an editor types: of a site, a letter box, a telephone or a place on this site."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from govlab.delivery.safe_rich_text import address_reason
from govlab.delivery.safe_urls import WEB_SCHEMES, safe_url

_validate_web_address = URLValidator(schemes=sorted(WEB_SCHEMES))


class AddressField(forms.CharField):
    """Completes what people leave out, as in www.example.org or name@example.org."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text or text.startswith(("/", "#")) or safe_url(text):
            return text
        if _passes(validate_email, text):
            return f"mailto:{text}"
        return f"https://{text}" if _passes(_validate_web_address, f"https://{text}") else text

    def validate(self, value: Any) -> None:
        super().validate(value)
        if reasons := list(address_reason(value)):
            raise ValidationError(reasons, code="invalid")
        if value.partition(":")[0].lower() in WEB_SCHEMES:
            _validate_web_address(value)


def _passes(validate: Any, text: str) -> bool:
    try:
        validate(text)
    except ValidationError:
        return False
    return True


class AddressBlock(blocks.URLBlock):
    """A URL block in all but what it takes: wagtail-localize lets a translation override one, and
    migrations know it by that name."""

    def __init__(self, required: bool = True, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(required=required, max_length=max_length, **kwargs)
        self.field = AddressField(
            required=required,
            max_length=max_length,
            help_text=_(
                "Of a site, mailto:, tel:, a path such as /lv/ or a heading such as #contacts."
            ),
        )

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        _path, arguments, options = super().deconstruct()
        return "wagtail.blocks.URLBlock", arguments, options
