from django.db import models


class ConsumerCursor(models.Model):
    """The position of a consumer in the log, and its last error."""

    name = models.CharField(max_length=60, primary_key=True)
    sequence = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(auto_now=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.name} at {self.sequence}"
