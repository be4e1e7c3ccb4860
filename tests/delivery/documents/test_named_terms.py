import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from govlab.core.vocabularies import Topic
from govlab.delivery.documents.named_terms import NamedTerms
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


def english() -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


def test_the_name_in_the_language_is_preferred() -> None:
    both, latvian = make_topic("Dati"), make_topic("Valoda")
    make_topic("Data", locale=english(), translation_key=both.translation_key)
    keys = {both.translation_key, latvian.translation_key}
    found = NamedTerms().of(Topic, keys, "en")
    assert {term.name for term in found.values()} == {"Data", "Valoda"}
    assert found[both.translation_key].name == "Data"


def test_documents_of_the_same_time_share_one_query() -> None:
    topics = [make_topic() for _ in range(20)]
    terms = NamedTerms()
    with CaptureQueriesContext(connection) as queries:
        for topic in topics:
            assert terms.of(Topic, {topic.translation_key}, "lv") == {topic.translation_key: topic}
    assert len(queries) == 1


def test_later_documents_see_later_names() -> None:
    topic = make_topic("Dati")
    assert NamedTerms().of(Topic, {topic.translation_key}, "lv")
    Topic.objects.filter(pk=topic.pk).update(name="Datu kopas")
    (found,) = NamedTerms().of(Topic, {topic.translation_key}, "lv").values()
    assert found.name == "Datu kopas"


def test_what_was_deleted_has_none() -> None:
    topic = make_topic()
    Topic.objects.filter(pk=topic.pk).delete()
    assert NamedTerms().of(Topic, {topic.translation_key}, "lv") == {}
