"""Six blocks, as the database stores them."""

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .texts import Texts


def body(number: int, texts: Texts, picture: int, related: int) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in texts.paragraphs)
    link = f'<p>Vairāk: <a linktype="page" id="{related}">saistītā ziņa</a>.</p>'
    blocks: list[tuple[str, Any]] = [
        ("heading", {"text": texts.heading, "level": "2"}),
        ("rich_text", text + link),
        (
            "image",
            {
                "image": picture,
                "alt": "Vienkrāsains attēls",
                "decorative": False,
                "caption": "Attēls",
            },
        ),
        ("quote", {"text": texts.quote, "author": "Dalībniece"}),
        ("facts", {"title": "Skaitļos", "facts": _items(number, "facts", _facts()), "source": ""}),
        ("related_pages", {"title": "", "pages": _items(number, "pages", [related])}),
    ]
    return json.dumps(
        [{"type": name, "value": value, "id": _id(number, name)} for name, value in blocks]
    )


def _facts() -> list[dict[str, str]]:
    return [{"value": f"{part * 7} %", "label": "mazāk soļu"} for part in range(1, 4)]


def _items(number: int, name: str, values: list[Any]) -> list[dict[str, Any]]:
    return [
        {"type": "item", "value": value, "id": _id(number, name, place)}
        for place, value in enumerate(values)
    ]


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(map(str, ("bench", *parts)))))
