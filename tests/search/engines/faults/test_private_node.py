"""The private node of `tools.elasticsearch`. That it is gone after, its fixture asserts."""

import pytest
from elasticsearch import Elasticsearch

pytestmark = pytest.mark.elasticsearch


@pytest.mark.parametrize(
    ("dictionary", "text", "stem"),
    [("lv_LV", "iestādēm", "iestāde"), ("lv_LV_folded", "iestadem", "iestade")],
)
def test_it_serves_with_our_dictionaries(
    elasticsearch: Elasticsearch, dictionary: str, text: str, stem: str
) -> None:
    words = [{"type": "hunspell", "locale": dictionary}]
    answer = elasticsearch.indices.analyze(tokenizer="standard", filter=words, text=text)
    assert [token["token"] for token in answer["tokens"]] == [stem]
