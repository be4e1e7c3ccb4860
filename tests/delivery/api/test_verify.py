"""What a copy is told about the documents it holds."""

from typing import Any

from tests.factories import make_standard, publish


def test_every_status(api: Any, home: Any) -> None:
    pages = [make_standard(home) for _ in range(3)]
    copies = [{"id": page.pk, "digest": api.json(f"pages/{page.pk}")["digest"]} for page in pages]
    pages[1].title = "Citādi"
    publish(pages[1])
    pages[2].unpublish()
    copies += [{"id": 10**30, "digest": "x"}, {"id": 0, "digest": ""}]
    verdicts = api.post("verify", copies)
    statuses = ["current", "stale", "withdrawn", "unknown", "unknown"]
    assert [verdict["status"] for verdict in verdicts] == statuses
    assert [verdict["id"] for verdict in verdicts] == [copy["id"] for copy in copies]
    assert verdicts[3]["sequence"] is None
    assert verdicts[1]["sequence"] == api.json(f"pages/{pages[1].pk}")["sequence"]


def test_nothing_to_verify(api: Any) -> None:
    assert api.post("verify", []) == []


def test_too_many_at_once(api: Any) -> None:
    copies = [{"id": number, "digest": ""} for number in range(1001)]
    assert "1000" in api.post("verify", copies, 422)["detail"]
