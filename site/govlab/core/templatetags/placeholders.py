"""Filters of texts that the institution writes about itself."""

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from govlab.core.placeholders import marked

register = template.Library()
register.filter("marked", marked, is_safe=True)

# A postal code such as LV-1010. Browsers break the line after its hyphen, and a no-break hyphen
# would be copied into forms that do not know it.
_CODE = re.compile(r"\b[A-Z]{1,2}-\d{3,6}\b")


@register.filter(is_safe=True)
@stringfilter
def unbroken_codes(address: str | SafeString) -> SafeString:
    """Return HTML in which postal codes stay on one line. Text is escaped unless safe."""
    return mark_safe(  # noqa: S308  the text is escaped, or was safe before
        _CODE.sub(r'<span class="unbroken">\g<0></span>', conditional_escape(address))
    )
