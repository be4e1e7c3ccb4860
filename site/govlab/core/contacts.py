"""The laboratory's contacts: settings that editors change, in every language.

They are part of the log: the documents of the front page and of the contact page contain them, so
a change gets sequence numbers, and reaches the API, the foot of every page and all caches as a
change of a page does.
"""

from typing import Any

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Locale, Orderable

from govlab.delivery.documents.resolver import object_reference
from govlab.delivery.log import marks

from .placeholders import placeholders_in

SINGLETON = 1
_TELEPHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()./-]{3,}$", _("Enter a telephone number, such as +371 60000000.")
)


def validate_telephone(value: str) -> None:
    if not list(placeholders_in(value)):
        _TELEPHONE(value)


@register_setting(icon="mail", order=90)
class ContactDetails(BaseGenericSetting, ClusterableModel):
    """A single row. What differs between languages is in `ContactTexts`."""

    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(
        _("telephone"),
        max_length=80,
        blank=True,
        validators=[validate_telephone],
        help_text=_("With the country code. Readers' telephones dial it."),
    )
    registration_number = models.CharField(_("registration number"), max_length=80, blank=True)
    problem_email = models.EmailField(
        _("e-mail for reported problems"),
        blank=True,
        help_text=_(
            "Whoever answers readers' problems is told here. Not public; if it is empty, problems "
            "are only listed in the administration."
        ),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("email"), FieldPanel("telephone")]),
                FieldPanel("registration_number"),
            ],
            heading=_("The same in every language"),
        ),
        InlinePanel("texts", heading=_("By language"), label=_("Language"), min_num=1),
        InlinePanel("profiles", heading=_("Social networks"), label=_("Profile")),
        FieldPanel("problem_email"),
    ]

    class Meta:
        verbose_name = _("contacts")
        verbose_name_plural = _("contacts")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return str(_("Contacts"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = SINGLETON
        super().save(*args, **kwargs)


class ContactTexts(models.Model):
    """The contacts in one language."""

    details = ParentalKey(ContactDetails, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.PROTECT, related_name="+"
    )
    institution = models.CharField(_("institution"), max_length=120)
    address = models.CharField(
        _("postal address"), max_length=200, help_text=_("In one line, with the postal code.")
    )
    hours = models.CharField(
        _("when somebody answers"),
        max_length=200,
        blank=True,
        help_text=_("For example: on working days from 9.00 to 17.00, within two working days."),
    )

    panels = [
        FieldPanel("locale"),
        FieldPanel("institution"),
        FieldPanel("address"),
        FieldPanel("hours"),
    ]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("contacts in a language")
        verbose_name_plural = _("contacts in a language")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["details", "locale"],
                name="core_contact_texts_once",
                violation_error_message=_("There are texts in this language already."),
            )
        ]

    def __str__(self) -> str:
        return self.institution


class SocialProfile(Orderable):
    """The laboratory at a social network."""

    details = ParentalKey(ContactDetails, on_delete=models.CASCADE, related_name="profiles")
    network = models.CharField(_("network"), max_length=40, help_text=_("For example: LinkedIn."))
    url = models.URLField(
        _("address"), max_length=300, validators=[URLValidator(schemes=["https"])]
    )

    panels = [FieldPanel("network"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        default_permissions = ()

    def __str__(self) -> str:
        return self.network


def current() -> ContactDetails:
    """Return the contacts as stored; empty if nobody has saved any."""
    return ContactDetails.objects.filter(pk=SINGLETON).first() or ContactDetails(pk=SINGLETON)


def connect() -> None:
    """Mark the documents that contain the contacts. Rows have no reference of their own, since
    documents cannot note one that does not exist yet."""
    for model in (ContactDetails, ContactTexts, SocialProfile):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"core_contacts_{model.__name__}")


def _changed(raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        marks.mark_reference(object_reference(ContactDetails(pk=SINGLETON)), "contacts changed")
