"""Wagtail's own views, as an editor's browser posts to them."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.editing.forms import edit

PUBLISH = {"action-publish": "action-publish"}


def publish(client: Client, page: Page, **fields: Any) -> Any:
    """Changes the fields in the page's form and publishes."""
    return edit(client, page, **fields, **PUBLISH)


def post(client: Client, view: str, *args: Any, **data: Any) -> Any:
    """Posts to a view that answers with a redirect, as all do that have done their work."""
    answer = client.post(reverse(view, args=args), data)
    assert answer.status_code == 302, _errors(answer)
    return answer


def unpublish(client: Client, page: Page, *, descendants: bool = False) -> None:
    data = {"include_descendants": "on"} if descendants else {}
    post(client, "wagtailadmin_pages:unpublish", page.pk, cause="outdated", **data)


def delete(client: Client, page: Page) -> None:
    post(client, "wagtailadmin_pages:delete", page.pk, cause="outdated")


def move(client: Client, page: Page, to: Page) -> None:
    post(client, "wagtailadmin_pages:move_confirm", page.pk, to.pk)


def restrict(client: Client, page: Page, kind: str, **data: Any) -> None:
    """`kind` “none” opens the page again."""
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    answer = client.post(url, {"restriction_type": kind} | data)
    assert answer.json()["step"] == "set_privacy_done", answer.content


def bulk(client: Client, action: str, objects: list[Any], **data: Any) -> None:
    model = Page if isinstance(objects[0], Page) else type(objects[0])
    names = [model._meta.app_label, model._meta.model_name, action]
    numbers = "&".join(f"id={item.pk}" for item in objects)
    url = f"{reverse('wagtail_bulk_action', args=names)}?{numbers}"
    answer = client.post(url, {"next": "/admin/"} | data)
    assert answer.status_code == 302, _errors(answer)


def _errors(answer: Any) -> Any:
    form = (answer.context or {}).get("form")
    return form.errors if form else answer
