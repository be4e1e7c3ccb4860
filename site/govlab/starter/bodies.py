"""Converts the block tables of content files to StreamField data.

Ids come from the page's key and the block's place, so both languages of a page get the same ids
(which pairs their texts for translation) and no two pages share one (repeated ids would make
wagtail-localize mix their texts).
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

Resolve = Callable[[str], int]


def stream_data(
    page_key: str, blocks: list[dict[str, Any]], resolve: Resolve
) -> list[dict[str, Any]]:
    """`resolve` turns a page key into a primary key."""

    def identifier(*place: object) -> str:
        return str(uuid5(NAMESPACE_URL, "/".join(map(str, (page_key, *place)))))

    def items(place: int, values: list[Any]) -> list[dict[str, Any]]:
        return [
            {"type": "item", "id": identifier(place, number), "value": value}
            for number, value in enumerate(values)
        ]

    return [
        {
            "type": block["type"],
            "id": identifier(place),
            "value": _value(block, partial(items, place), resolve),
        }
        for place, block in enumerate(blocks)
    ]


def _value(
    block: dict[str, Any], items: Callable[[list[Any]], list[dict[str, Any]]], resolve: Resolve
) -> Any:
    title = block.get("title", "")
    match block["type"]:
        case "rich_text":
            return block["html"]
        case "heading":
            return {"text": block["text"], "level": str(block.get("level", 2))}
        case "quote":
            return {"text": block["text"], "author": block.get("author", "")}
        case "facts":
            return {
                "title": title,
                "facts": items(block["items"]),
                "source": block.get("source", ""),
            }
        case "steps":
            return {"title": title, "steps": items(_titled(block["items"]))}
        case "accordion":
            return {"title": title, "entries": items(_titled(block["items"]))}
        case "table":
            return _table(block)
        case "call_to_action":
            link = {
                "label": block["label"],
                "page": resolve(block["page"]),
                "document": None,
                "url": "",
            }
            return {"title": title, "text": block.get("text", ""), "link": link}
        case "related_pages":
            return {"title": title, "pages": items([resolve(key) for key in block["pages"]])}
        case unknown:
            raise ValueError(f"The starting content uses an unknown block “{unknown}”.")


def _titled(values: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{"title": value["title"], "text": value["html"]} for value in values]


def _table(block: dict[str, Any]) -> dict[str, Any]:
    return {
        "data": [block["columns"], *block["rows"]],
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": block.get("caption", ""),
    }
