"""What editors choose from for news. The stored values are part of the public contract."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsKind(models.TextChoices):
    ANNOUNCEMENT = "announcement", _("Announcement")
    EVENT = "event", _("Event")
    RESULT = "result", _("Result")
