"""Menus, from the documents' places in the tree."""

import json
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from pydantic import Field
from wagtail.models import Page

from ..documents.canonical import dumps
from ..models import Document
from ..schemas.base import Schema
from ..schemas.links import PageLink
from .problems import not_found
from .responses import digest_of, json_response


class MenuItem(PageLink):
    """A page in a menu, and those below it that are in the menu too."""

    type: str
    children: list["MenuItem"]


class Navigation(Schema):
    locale: str
    home: PageLink
    main: list[MenuItem] = Field(description="What editors put into the menus.")
    footer: list[MenuItem] = Field(description="The other pages right below the front page.")


def navigation_response(request: HttpRequest, locale: str) -> HttpResponse:
    """`main`: what editors put into menus, two levels; `footer`: the others below the home page."""
    live = Document.objects.filter(live=True, locale=locale).annotate(place=Length("tree_path"))
    home = live.order_by("place", "tree_path").first()
    if home is None:
        raise not_found(f"There is no public front page in “{locale}”.")
    first = len(home.tree_path) + Page.steplen
    rows = (
        live.filter(tree_path__startswith=home.tree_path)
        .filter(Q(place=first) | Q(place=first + Page.steplen, in_menu=True))
        .order_by(F("tree_path"))
    )
    entries = [(row.tree_path, row.in_menu, json.loads(row.card_json)) for row in rows]
    below: dict[str, list[dict[str, Any]]] = {}
    for tree_path, _, card in entries:
        if len(tree_path) > first:
            below.setdefault(tree_path[:first], []).append(_item(card, []))
    menus: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for tree_path, in_menu, card in entries:
        if len(tree_path) == first:
            menus[in_menu].append(_item(card, below.get(tree_path, [])))
    body = dumps(
        {
            "locale": locale,
            "home": _link(json.loads(home.card_json)),
            "main": menus[True],
            "footer": menus[False],
        }
    )
    return json_response(
        request, etag=digest_of([body]), body=lambda: body, language=locale, keys=["documents"]
    )


def _link(card: dict[str, Any]) -> dict[str, Any]:
    return {name: card[name] for name in PageLink.model_fields}


def _item(card: dict[str, Any], children: list[dict[str, Any]]) -> dict[str, Any]:
    return _link(card) | {"type": card["type"], "children": children}
