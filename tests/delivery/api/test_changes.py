"""The feed: in sequence order, each page once, with tombstones, up to the head."""

from typing import Any

from tests.factories import make_standard, publish


def test_pages_of_the_feed(api: Any, home: Any) -> None:
    for _ in range(4):
        make_standard(home)
    head = api.json("")["head"]
    seen, since = [], "0"
    while True:
        page = api.json(f"changes?since={since}&limit=2")
        assert page["head"] == head
        seen += [entry["sequence"] for entry in page["items"]]
        since = page["next"]
        if since == head:
            break
    assert seen == sorted(set(seen))
    assert api.json(f"changes?since={head}") == {"items": [], "next": head, "head": head}


def test_a_page_stands_once_at_its_latest(api: Any, home: Any) -> None:
    page = make_standard(home)
    start = int(api.json("")["head"].partition("-")[2])
    for title in ("Divas", "Trīs"):
        page.title = title
        page = publish(page)
        api.json("")
    entries = [entry for entry in api.json("changes")["items"] if entry["id"] == page.pk]
    assert [entry["title"] for entry in entries] == ["Trīs"]
    assert entries[0]["sequence"] > start


def test_withdrawal_leaves_a_tombstone(api: Any, home: Any) -> None:
    page = make_standard(home, "Noslēpums")
    path = api.json(f"pages/{page.pk}")["path"]
    page.delete()
    answer = api.get("changes")
    entry = answer.json()["items"][-1]
    assert (entry["type"], entry["id"], entry["path"]) == ("tombstone", page.pk, path)
    assert (entry["reason"], entry["document_type"]) == ("deleted", "standard")
    assert "Noslēpums" not in answer.content.decode()


def test_beyond_the_head_is_another_log(api: Any, home: Any) -> None:
    epoch, end = api.json("")["head"].split("-")
    assert "/export" in api.json(f"changes?since={epoch}-{int(end) + 1}", 409)["detail"]
