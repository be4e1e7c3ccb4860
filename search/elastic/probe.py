"""What a cluster can do, found out by asking it."""

from elasticsearch import BadRequestError, Elasticsearch

from ..dictionaries import FOLDED, TRUE


def has_dictionaries(client: Elasticsearch) -> bool:
    """Whether its nodes know both Latvian dictionaries. A cluster that does not answer raises."""
    for dictionary in (TRUE, FOLDED):
        try:
            client.indices.analyze(
                tokenizer="standard",
                filter=[{"type": "hunspell", "locale": dictionary}],
                text="iestade",
            )
        except BadRequestError:
            return False
    return True
