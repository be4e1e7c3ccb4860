"""Ordered, translatable rows that belong to a page.

Rows are the only way pages relate to terms, documents and each other here: wagtail-localize copies
and translates them, and Wagtail's reference index sees their foreign keys. A many-to-many field has
neither (system check govlab.E003).
"""

from wagtail.models import Orderable, TranslatableMixin


class PageRow(TranslatableMixin, Orderable):
    """Subclasses add a ParentalKey named `page` and their fields."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
