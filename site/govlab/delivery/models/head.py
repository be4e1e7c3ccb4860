from django.db import connection, models


class Head(models.Model):
    """The end of the log: one row, whose lock whoever writes documents holds until it commits.

    So sequences are handed out in the order of commits, and a reader that has seen N never later
    finds a smaller one; an auto-increment does not promise that.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    sequence = models.BigIntegerField(default=0)
    # Counts every change of what readers can get, also of what has no sequence (menus, redirects).
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"sequence {self.sequence}, revision {self.revision}"

    @classmethod
    def lock(cls, *, wait: bool = True) -> "Head":
        """Locks the row until the transaction ends.

        Raises OperationalError where `wait` is off, another holds the lock and the database can
        tell; SQLite takes its one write lock when a transaction begins.
        """
        nowait = not wait and connection.features.has_select_for_update_nowait
        head = cls.objects.select_for_update(nowait=nowait).filter(pk=cls.SINGLETON).first()
        return head or cls.objects.create()

    @classmethod
    def current(cls) -> tuple[int, int]:
        """Sequence and revision, in one query and without a model instance: each answer asks."""
        values = cls.objects.values_list("sequence", "revision").filter(pk=cls.SINGLETON).first()
        return values or (0, 0)
