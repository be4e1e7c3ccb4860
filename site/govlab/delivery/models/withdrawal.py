from django.db import models


class WithdrawalNote(models.Model):
    """Why editors withdraw a page, until the relay writes it into the page's tombstone.

    It is written in the transaction that withdraws the page. There is no foreign key, because the
    page may be deleted.
    """

    page_id = models.BigIntegerField(primary_key=True)
    cause = models.CharField(max_length=20)
    explanation = models.TextField(blank=True)
    # The id of the page that readers are led to.
    leads_to = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.cause}"
