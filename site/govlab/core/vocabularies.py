"""Vocabularies: translatable terms that pages are described and filtered with."""

from itertools import count
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from govlab.delivery.alphabet import LENGTH, sort_key

from .kept_input import KeptModelForm

SLUG_LENGTH = 120
SLUG_IS_TAKEN = _("Another term in this language already uses this slug.")
_SLUG_IS_EMPTY = _("No slug can be created from this name. Enter one with the letters a to z.")


class Term(index.Indexed, TranslatableMixin):
    """A term in one language; its translations share the translation key."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=SLUG_LENGTH,
        blank=True,
        help_text=_("Identifies the term in addresses. If empty, it is created from the name."),
    )
    description = models.TextField(_("description"), blank=True, max_length=600)

    # Collations differ between databases. Terms of all languages stand in one list of
    # the administration, by the alphabet of the source.
    sort_key = models.CharField(max_length=LENGTH, editable=False, default="")

    base_form_class = KeptModelForm
    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self._settle_slug()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError if the slug is invalid or already used."""
        self._settle_slug()
        self.sort_key = sort_key(self.name, settings.LANGUAGE_CODE)
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "sort_key", "slug"}
        super().save(*args, **kwargs)

    def _settle_slug(self) -> None:
        """Set and check the slug; forms omit the locale, so Django skips the unique constraint."""
        self.slug = self.slug or slugify(self.name)[:SLUG_LENGTH].strip("-_")
        if not self.slug:
            raise ValidationError({"slug": _SLUG_IS_EMPTY})
        if self._is_taken(self.slug) and self._has_the_slug_of_its_source():
            self.slug = self._free_slug()
        field: Any = self._meta.get_field("slug")
        try:
            field.run_validators(self.slug)
        except ValidationError as error:
            raise ValidationError({"slug": error}) from None
        if self._is_taken(self.slug):
            raise ValidationError({"slug": SLUG_IS_TAKEN})

    def _is_taken(self, slug: str) -> bool:
        others = type(self)._default_manager.filter(locale_id=self.locale_id, slug=slug)
        return bool(others.exclude(pk=self.pk).exists())

    def _has_the_slug_of_its_source(self) -> bool:
        """Whether wagtail-localize copied the slug because the translation does not have one."""
        twins = type(self)._default_manager.filter(translation_key=self.translation_key)
        return bool(twins.exclude(locale_id=self.locale_id).filter(slug=self.slug).exists())

    def _free_slug(self) -> str:
        numbered = (f"{self.slug[: SLUG_LENGTH - 6]}-{number}" for number in count(2))
        return next(slug for slug in numbered if not self._is_taken(slug))


def _term_constraints(model: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=["locale", "slug"],
            name=f"core_{model}_slug_per_locale",
            violation_error_message=SLUG_IS_TAKEN,
        )
    ]


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


class Topic(Term):
    class Meta(Term.Meta, TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = _term_constraints("topic")


class Institution(Term):
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Not a real institution: an example only.")
    )

    panels = [*Term.panels, FieldPanel("is_sample")]

    class Meta(Term.Meta, TranslatableMixin.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = _term_constraints("institution")


# In the order in which readers are offered them.
VOCABULARIES: tuple[type[Term], ...] = (Topic, Laboratory, Institution)

# By name: Wagtail's views may be imported only once all models are loaded.
register_snippet(Laboratory, viewset="govlab.core.term_views.LaboratoryViewSet")
register_snippet(Topic, viewset="govlab.core.term_views.TopicViewSet")
register_snippet(Institution, viewset="govlab.core.term_views.InstitutionViewSet")
