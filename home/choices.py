"""What editors choose from for a method. The stored values are part of the public contract."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Phase(models.TextChoices):
    """Phases of design thinking, in their order (Stanford d.school's five)."""

    EMPATHISE = "empathise", _("Empathise")
    DEFINE = "define", _("Define")
    IDEATE = "ideate", _("Ideate")
    PROTOTYPE = "prototype", pgettext_lazy("phase", "Prototype")
    TEST = "test", _("Test")


class Difficulty(models.TextChoices):
    EASY = "easy", _("Easy")
    MODERATE = "moderate", _("Moderate")
    DEMANDING = "demanding", _("Demanding")


class DurationUnit(models.TextChoices):
    MINUTES = "minutes", _("Minutes")
    HOURS = "hours", _("Hours")
    DAYS = "days", _("Days")
    WEEKS = "weeks", _("Weeks")
