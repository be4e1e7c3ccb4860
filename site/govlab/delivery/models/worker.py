from django.db import models


class WorkerHeartbeat(models.Model):
    """The time when a worker last finished a round; one row per worker name."""

    name = models.CharField(max_length=60, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.seen_at:%Y-%m-%d %H:%M:%S}"
