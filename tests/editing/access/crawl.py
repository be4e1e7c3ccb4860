"""Visits addresses as one account and says what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page

from .addresses import Address
from .visitor import Visitor
from .world import World

LOGIN, REFUSED, ALLOWED, UNSUITED, FAULT = "login", "-", "yes", "?", "500"
SEARCHED = (
    "wagtailadmin_choose_page_search",
    "wagtailadmin_pages:search",
    "wagtaildocs_chooser:choose",
    "wagtailimages_chooser:choose",
)
SOMEWHERE = "/admin/account/"


@dataclass(frozen=True)
class Visit:
    address: Address
    method: str
    outcome: str
    status: int
    # Everything that the account gets to read.
    text: str


def _queries(address: Address, world: World) -> list[str]:
    pages = [key for key, thing in world.objects.items() if isinstance(thing, Page)]
    model = address.target.partition("+")[0]
    if address.name == "wagtail_bulk_action":
        chosen = {
            "page": pages,
            "document": ["document", "hidden_document"],
            "siteimage": ["image", "hidden_image"],
            "topic": ["topic"],
            "user": ["visitor_account", "superuser_account"],
            "zeroresultquery": ["zero_result"],
        }[model]
        return [urlencode({"id": [world.objects[key].pk for key in chosen]}, doseq=True)]
    if address.name == "wagtailadmin_choose_page_chosen_multiple":
        # One that may not be chosen would refuse them all.
        keys = [world.objects[key].pk for key in pages if key != "latvian_binned"]
        return [urlencode({"id": keys}, doseq=True)]
    if address.name.endswith("chosen_multiple"):
        return [urlencode({"id": range(1, 9)}, doseq=True)]
    if address.name.startswith(SEARCHED):
        return ["", "q=q"]
    return [""]


def visit(visitor: Visitor, world: World, address: Address) -> Iterator[Visit]:
    """GET and POST; what a POST changes is undone."""
    for query in _queries(address, world):
        for method in ("GET", "POST"):
            with visitor.undone():
                yield _visit(visitor, address, method, query)


def _visit(visitor: Visitor, address: Address, method: str, query: str) -> Visit:
    response: Any = visitor.generic(
        method,
        f"{address.path}?{query}",
        urlencode({"next": SOMEWHERE}),
        content_type="application/x-www-form-urlencoded",
    )
    body = b"".join(response.streaming_content) if response.streaming else response.content
    said = [str(message) for message in get_messages(response.wsgi_request)]
    text = "\n".join([body.decode(errors="replace"), response.get("Location", ""), *said])
    text += _messages(response.cookies)
    return Visit(address, method, _outcome(response), response.status_code, text)


def _messages(cookies: SimpleCookie) -> str:
    cookie = cookies.get("messages")
    return cookie.value if cookie else ""


def _outcome(response: Any) -> str:
    target = urlsplit(response.get("Location", "")).path
    if response.status_code >= 500:
        return FAULT
    if target == reverse("wagtailadmin_login"):
        return LOGIN
    if response.status_code in {403, 404} or target == reverse("wagtailadmin_home"):
        return REFUSED
    return UNSUITED if response.status_code == 405 else ALLOWED
