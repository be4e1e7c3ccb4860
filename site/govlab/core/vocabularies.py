"""Vocabularies: translatable terms that pages are described and filtered with."""

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet


class Term(index.Indexed, TranslatableMixin):
    """A term in one language; its translations share the translation key."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        blank=True,
        help_text=_("Names the term in addresses. Left empty, it is made from the name."),
    )
    description = models.TextField(_("description"), blank=True, max_length=600)

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = slugify(self.name)
        super().save(*args, **kwargs)


def _term_constraints(model: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=["locale", "slug"],
            name=f"core_{model}_slug_per_locale",
            violation_error_message=_("Another term in this language already uses this slug."),
        )
    ]


@register_snippet
class Laboratory(Term):
    year_from = models.PositiveSmallIntegerField(_("first year"))
    year_to = models.PositiveSmallIntegerField(
        _("last year"), null=True, blank=True, help_text=_("Leave empty while it is at work.")
    )

    panels = [*Term.panels, FieldPanel("year_from"), FieldPanel("year_to")]

    class Meta(Term.Meta, TranslatableMixin.Meta):
        verbose_name = _("laboratory")
        verbose_name_plural = _("laboratories")
        constraints = _term_constraints("laboratory")


@register_snippet
class Topic(Term):
    class Meta(Term.Meta, TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = _term_constraints("topic")


@register_snippet
class Institution(Term):
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Not a real institution: an example only.")
    )

    panels = [*Term.panels, FieldPanel("is_sample")]

    class Meta(Term.Meta, TranslatableMixin.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = _term_constraints("institution")


def vocabularies() -> dict[str, type[Term]]:
    """Every vocabulary by its name, as facets and the API call it."""
    return {str(model._meta.model_name): model for model in Term.__subclasses__()}
