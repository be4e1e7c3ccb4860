"""A page that is saved enters the reference index once, with its rows as they are then."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models.signals import post_save
from django.test.utils import CaptureQueriesContext
from wagtail.models import Comment, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from cases.models import CaseOutcome, CasePage, CaseTopic
from tests.factories import make_case, make_case_index, make_standard, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_index")]


@pytest.fixture
def case(home: Any) -> Any:
    page = make_case(make_case_index(home))
    return CasePage.objects.get(pk=page.pk)


def users(target: Any) -> set[int]:
    """The pages that refer to the object."""
    found = ReferenceIndex.get_references_to(target)
    return {int(pk) for pk in found.values_list("object_id", flat=True)}


def times_indexed(page: Any, **saving: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        page.save(**saving)
    read = "wagtailcore_referenceindex"
    return sum(query["sql"].startswith("SELECT") and read in query["sql"] for query in queries)


def test_rows_are_indexed_as_they_are_saved(case: Any) -> None:
    kept, removed, added = make_topic(), make_topic(), make_topic()
    case.topics = [CaseTopic(topic=kept), CaseTopic(topic=removed)]
    case.save()
    assert users(kept) == users(removed) == {case.pk}
    case.topics = [*[row for row in case.topics.all() if row.topic == kept], CaseTopic(topic=added)]
    case.save()
    assert (users(kept), users(removed), users(added)) == ({case.pk}, set(), {case.pk})


def test_once_however_many_rows(case: Any) -> None:
    case.outcomes = [CaseOutcome(metric=f"Rādītājs {number}", after=1) for number in range(20)]
    assert times_indexed(case) == 1


def test_a_draft_refers_to_nothing_yet(case: Any) -> None:
    topic = make_topic()
    case.topics = [CaseTopic(topic=topic)]
    with CaptureQueriesContext(connection) as queries:
        revision = case.save_revision()
    assert not any("referenceindex" in query["sql"] for query in queries)
    assert users(topic) == set()
    revision.publish()
    assert users(topic) == {case.pk}


def test_who_comments_is_indexed_with_the_draft(home: Any) -> None:
    page, account = make_standard(home), make_user()
    page.wagtail_admin_comments = [Comment(page=page, user=account, text="?", contentpath="title")]
    page.save_revision()
    assert users(account) == {page.pk}


def test_pages_that_are_saved_with_another_are_indexed_too(home: Any, case: Any) -> None:
    topic, other = make_topic(), make_standard(home)
    case.topics = [CaseTopic(topic=topic)]
    indexed: list[int] = []

    def save_another(instance: Any, **kwargs: Any) -> None:
        indexed.append(times_indexed(other))

    post_save.connect(save_another, sender=CasePage)
    try:
        case.save()
    finally:
        post_save.disconnect(save_another, sender=CasePage)
    assert indexed == [1]
    assert users(topic) == {case.pk}


def test_who_disabled_it_is_obeyed(case: Any) -> None:
    topic = make_topic()
    case.topics = [CaseTopic(topic=topic)]
    with disable_reference_index_auto_update():
        assert times_indexed(case) == 0
        assert times_indexed(case) == 0
    assert users(topic) == set()
    assert times_indexed(case) == 1


def test_a_save_that_fails_leaves_it_as_it_was(case: Any) -> None:
    topic = make_topic()
    case.topics = [CaseTopic(topic=topic)]

    def refuse(**kwargs: Any) -> None:
        raise RuntimeError("refused")

    post_save.connect(refuse, sender=CasePage)
    try:
        with pytest.raises(RuntimeError, match="refused"), transaction.atomic():
            case.save()
    finally:
        post_save.disconnect(refuse, sender=CasePage)
    assert users(topic) == set()
    assert times_indexed(case) == 1
    assert users(topic) == {case.pk}
