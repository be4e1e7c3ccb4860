"""Saving a draft is no change of what the public sees, and costs the editor nothing here."""

from typing import Any

from govlab.delivery.log import relay
from govlab.delivery.models import Mark
from tests.factories import make_standard


def test_a_draft_marks_nothing(home: Any) -> None:
    page = make_standard(home)
    relay.drain()
    page.title = "Cits"
    revision = page.save_revision()
    assert not Mark.objects.exists()
    revision.publish()
    assert Mark.objects.exists()
