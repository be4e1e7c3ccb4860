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


class TimeNeeded(models.TextChoices):
    """How long a method takes at most, for readers who have that much time."""

    HOUR = "hour", _("Up to 1 hour")
    HALF_DAY = "half_day", _("1–4 hours")
    DAY = "day", _("4–8 hours")
    LONGER = "longer", _("More than a day")


class GroupSize(models.TextChoices):
    FEW = "few", _("Up to 3 people")
    SEVERAL = "several", _("4–8 people")
    MANY = "many", _("9 or more people")
