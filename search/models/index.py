from django.db import models


class SearchIndex(models.Model):
    """The Elasticsearch index that readers of a language are served from, as we made it.

    An older copy or one made by hand in its place differs from this.
    """

    locale = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=200)
    # The cluster's own, so that a restored or remade index of the same name is not taken for ours.
    uuid = models.CharField(max_length=40)
    # Whether it has the fields that need the Latvian dictionaries on the nodes.
    dictionaries = models.BooleanField()

    def __str__(self) -> str:
        return self.name
