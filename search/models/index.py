from django.db import models


class SearchIndex(models.Model):
    """The Elasticsearch index that answers for a language, as we made it.

    What the cluster has in its place, such as an older copy or one made by hand, is told by this.
    """

    locale = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=200)
    # The cluster's own, so that a restored or remade index of the same name is not taken for ours.
    uuid = models.CharField(max_length=40)
    # Whether it has the fields that need the Latvian dictionaries on the nodes.
    dictionaries = models.BooleanField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
