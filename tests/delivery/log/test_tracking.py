"""Documents that read an object of another model are rebuilt when it changes."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save

from govlab.delivery.log.tracking import track
from home.schemas import StandardDocument
from tests.factories import make_standard, publish
from tests.factories.accounts import make_account

from .portal import Portal


@pytest.fixture
def tracked() -> Iterator[None]:
    model = get_user_model()
    track(model)
    yield
    for signal in (post_save, post_delete):
        assert signal.disconnect(
            sender=model, dispatch_uid=f"delivery_tracks_{model._meta.label_lower}"
        )


@pytest.fixture
def owned(home: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """A page whose document shows its owner's name, the owner, and a page that shows none."""
    describe = StandardDocument.describe.__func__  # type: ignore[attr-defined]

    def with_owner(cls: Any, page: Any, resolver: Any) -> dict[str, Any]:
        fields: dict[str, Any] = describe(cls, page, resolver)
        if page.owner:
            resolver.note(page.owner)
            fields["summary"] = page.owner.first_name
        return fields

    monkeypatch.setattr(StandardDocument, "describe", classmethod(with_owner))
    owner = make_account(first_name="Anna")
    publish(make_standard(home, "Cita"))
    return publish(make_standard(home, "Ar autori", owner=owner)), owner


@pytest.mark.usefixtures("tracked")
def test_what_noted_it_follows(portal: Portal, owned: tuple[Any, Any]) -> None:
    page, owner = owned
    portal.follow()
    assert portal[page]["summary"] == "Anna"
    owner.first_name = "Ilze"
    owner.save()
    assert set(portal.follow().documents) == {page.pk}
    assert portal[page]["summary"] == "Ilze"


@pytest.mark.usefixtures("tracked")
def test_what_is_deleted_is_gone(portal: Portal, owned: tuple[Any, Any]) -> None:
    page, owner = owned
    portal.follow()
    owner.delete()
    portal.follow()
    assert portal[page]["summary"] != "Anna"
