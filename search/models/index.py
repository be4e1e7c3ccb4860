from django.db import models


class SearchIndex(models.Model):
    """The Elasticsearch index of a language that is in use, as it was created.

    A restored or manually created index in its place differs from this.
    """

    locale = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=200)
    # Assigned by the cluster, so that another index of the same name is detected.
    uuid = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.name
