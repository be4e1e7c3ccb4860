"""The states of the inbox are true, and cost a number of queries that does not grow."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from govlab.editing.inbox.collect import inbox_items
from govlab.editing.inbox.items import Item, State, progress
from govlab.editing.inbox.selection import Selection
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.terms import make_topic


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def start(page: Any) -> Any:
    """As the translation is started: nothing of it is translated."""
    translate_object(page, [english()])
    return page.get_translation(english())


def found(account: Any) -> dict[str, Item]:
    return {item.title: item for item in inbox_items(account)}


def test_states(home: Any, accounts: dict[str, Any]) -> None:
    for title in ("Aktuāla", "Novecojusi", "Nepublicēta"):
        page = publish(make_standard(home, title=title))
        english_page = translate_page(page, title=f"{title} (en)", summary="Summary.")
        if title == "Novecojusi":
            page.summary = "Mainīts."
            publish(page)
        if title == "Nepublicēta":
            english_page.unpublish()
    publish(make_standard(home, title="Tikai latviski"))
    make_standard(home, title="Melnraksts", live=False)
    start(publish(make_standard(home, title="Sākta")))
    make_topic("Veselība")
    items = found(accounts["administrator"])
    assert {title: item.state for title, item in items.items()} == {
        "Sākums": State.DONE,
        "Aktuāla": State.DONE,
        "Novecojusi": State.OUTDATED,
        "Nepublicēta": State.READY,
        "Tikai latviski": State.MISSING,
        "Sākta": State.IN_PROGRESS,
        "Veselība": State.MISSING,
    }


def test_progress_counts_texts_that_need_a_translation(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Sākta", summary="112"))
    start(page)
    item = found(accounts["translator"])["Sākta"]
    # The slug is a text, the number is none.
    assert item.label == progress(left=2, total=2)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    segment = translation.source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=english(), context=segment.context, data="Begun"
    )
    item = found(accounts["translator"])["Sākta"]
    assert (item.label, item.state) == (progress(left=1, total=2), State.IN_PROGRESS)


def test_outdated_since_the_first_difference(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    translate_page(page, title="Page", summary="Summary.")
    page.summary = "Pirmā maiņa."
    first = publish(page)
    first.summary = "Otrā maiņa."
    second = publish(first)
    item = found(accounts["translator"])["Lapa"]
    assert item.since == first.last_published_at != second.last_published_at
    second.summary = page.get_translation(english()) and "Kopsavilkums."
    publish(second)
    assert found(accounts["translator"])["Lapa"].state == State.DONE


def test_everybody_is_led_to_where_they_work(home: Any, accounts: dict[str, Any]) -> None:
    publish(make_standard(home, title="Jauna"))
    begun = start(publish(make_standard(home, title="Sākta")))
    for role, starts in {
        "translator": True,
        "approver-en": True,
        "administrator": True,
        "author": False,
        "approver-lv": False,
    }.items():
        items = found(accounts[role])
        assert bool(items["Jauna"].start_url) == items["Jauna"].mine == starts, role
        assert (str(begun.pk) in items["Sākta"].url) == starts, role
    assert inbox_items(accounts["curator"]) == []


def test_a_parent_is_translated_first(home: Any, accounts: dict[str, Any]) -> None:
    index = publish(make_news_index(home, title="Jaunumi"))
    publish(make_news(index, "Ziņa"))
    items = found(accounts["translator"])
    assert items["Jaunumi"].start_url
    news = items["Ziņa"]
    assert (news.start_url, news.blocked_by, news.mine) == ("", "Jaunumi", True)


def test_waiting_for_approval(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    english_page = translate_page(page, title="Page", summary="Summary.")
    page.summary = "Mainīts."
    publish(page)
    english_page.save_revision()
    english_page.get_workflow().start(english_page, accounts["translator"])
    mine = found(accounts["approver-en"])["Lapa"]
    theirs = found(accounts["translator"])["Lapa"]
    assert (mine.state, mine.for_me, mine.outdated_on_site) == (State.WAITING, True, True)
    assert (theirs.state, theirs.for_me) == (State.WAITING, False)
    assert Selection(state=State.OUTDATED).of([mine], accounts["approver-en"]) == [mine]


def test_a_term_is_in_progress_until_its_name_is_translated(
    home: Any, accounts: dict[str, Any]
) -> None:
    topic = make_topic("Veselība")
    start(topic)
    item = found(accounts["translator"])["Veselība"]
    assert item.state == State.IN_PROGRESS
    assert item.url.endswith(f"/edit/{topic.get_translation(english()).pk}/")
    assert found(accounts["author"])["Veselība"].url == ""


def test_what_an_account_may_not_see_is_not_listed(home: Any, accounts: dict[str, Any]) -> None:
    draft = make_standard(home, title="Slepena", live=False)
    translate_page(draft, title="Secret", summary="Summary.").unpublish()
    # Its translator reads the title of the translation.
    assert "Slepena" not in found(accounts["translator"])
    assert "Secret" in found(accounts["translator"])
    assert "Slepena" in found(accounts["author"])


def test_queries_do_not_grow(home: Any, accounts: dict[str, Any]) -> None:
    def one_more(number: int) -> None:
        """An outdated page, one in progress, a missing one and terms of two states."""
        page = publish(make_standard(home, title=f"Novecojusi {number}"))
        translate_page(page, title="Page", summary="Summary.")
        page.summary = "Mainīts."
        publish(page)
        start(publish(make_standard(home, title=f"Sākta {number}")))
        publish(make_standard(home, title=f"Jauna {number}"))
        start(make_topic(f"Sākta tēma {number}"))
        make_topic(f"Tēma {number}")

    def count(account: Any) -> int:
        with CaptureQueriesContext(connection) as queries:
            inbox_items(account)
        return len(queries)

    def fresh() -> Any:
        """Without cached rights."""
        return type(accounts["translator"]).objects.get(pk=accounts["translator"].pk)

    one_more(0)
    count(fresh())
    one = count(fresh())
    for number in range(1, 20):
        one_more(number)
    assert count(fresh()) == one
