"""The page editor's form filled in as a browser fills it in, streams included."""

from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page


def filled_in(client: Client, page_id: int) -> tuple[str, dict[str, str]]:
    """The form's address and its values, unchanged."""
    address = reverse("wagtailadmin_pages:edit", args=[page_id])
    page = Page.objects.get(pk=page_id).get_latest_revision_as_object()
    return address, values_of(client, address, page)


def values_of(client: Client, address: str, page: Any) -> dict[str, str]:
    """Of the form served there, which is filled in with this page's values."""
    served = client.get(address)
    form = BeautifulSoup(served.content, "html.parser").find(None, {"data-edit-form": True})
    if not isinstance(form, Tag):
        raise SystemExit(f"{address} answered {served.status_code} without a page form.")
    values = {str(field["name"]): _value(field) for field in _fields(form)}
    return values | dict(_of_block(page.body.stream_block, page.body, "body"))


def _fields(form: Tag) -> list[Tag]:
    fields = form.find_all(["input", "textarea", "select"])
    return [
        field
        for field in fields
        if field.get("name")
        and "__prefix__" not in str(field["name"])
        and field.get("type") not in {"submit", "button"}
        and (field.get("type") != "checkbox" or field.has_attr("checked"))
    ]


def _value(field: Tag) -> str:
    if field.name == "select":
        chosen = field.find("option", selected=True)
        return str(chosen["value"]) if isinstance(chosen, Tag) else ""
    if field.name == "textarea":
        return field.get_text()
    return str(field.get("value", "on" if field.get("type") == "checkbox" else ""))


def _of_block(block: Any, value: Any, prefix: str) -> list[tuple[str, str]]:
    """What the editor's script sends for a block."""
    if isinstance(block, blocks.StructBlock):
        return [
            pair
            for name, child in block.child_blocks.items()
            for pair in _of_block(child, value[name], f"{prefix}-{name}")
        ]
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        children = value if isinstance(block, blocks.StreamBlock) else value.bound_blocks
        pairs = [(f"{prefix}-count", str(len(children)))]
        for place, child in enumerate(children):
            name = f"{prefix}-{place}"
            pairs += [
                (f"{name}-deleted", ""),
                (f"{name}-order", str(place)),
                (f"{name}-type", child.block.name or "item"),
                (f"{name}-id", child.id or ""),
                *_of_block(child.block, child.value, f"{name}-value"),
            ]
        return pairs
    shown = block.value_for_form(value)
    if isinstance(shown, Model):
        shown = shown.pk
    shown = block.field.widget.format_value(shown)
    if isinstance(shown, list):
        shown = shown[0] if shown else ""
    return [(prefix, "" if shown is None else str(shown))] if shown is not False else []
