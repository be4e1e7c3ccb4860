"""The choices of case studies. The stored values are part of the API's contract."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    IDEA = "idea", _("Idea")
    PROTOTYPE = "prototype", _("Prototype")
    PILOT = "pilot", _("Pilot")
    IN_USE = "in_use", _("In use")


class Direction(models.TextChoices):
    """Which way a figure should move."""

    LOWER = "lower_is_better", _("Lower is better")
    HIGHER = "higher_is_better", _("Higher is better")


class OutcomeVerdict(models.TextChoices):
    """What came of an outcome, derived from its figures and direction."""

    BETTER = "better", _("Better")
    SAME = "same", _("No change")
    WORSE = "worse", _("Worse")
    AFTER_ONLY = "after_only", _("Measured only afterwards")
    NOT_MEASURED = "not_measured", _("Not measured")
    NOT_JUDGED = "not_judged", _("Changed")
