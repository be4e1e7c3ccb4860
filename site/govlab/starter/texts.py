"""Sets the texts of one language on the fields and rows of an instance.

Used twice a page: to fill the Latvian original, and to fill an unsaved twin in English whose
segments then become the translation.
"""

from typing import Any

PAGE_FIELDS = {
    "title": "title",
    "slug": "slug",
    "headline": "headline",
    "summary": "summary",
    "picture_alt": "listing_image_alt",
    "statement": "statement",
    "why": "why",
    "purpose": "purpose",
    "event_place": "event_place",
    "challenge": "challenge",
    "process": "process",
    "lessons": "lessons",
    "thanks": "thanks",
    "exceptions": "exceptions",
    "evaluated_by": "evaluated_by",
    "protection_officer": "protection_officer",
    "recipients": "recipients",
    "server_logs": "server_logs",
}


def set_fields(page: Any, text: dict[str, Any]) -> None:
    for name, field in PAGE_FIELDS.items():
        if name in text:
            setattr(page, field, text[name])


def row_texts(fields: dict[str, Any], language: str) -> dict[str, list[dict[str, Any]]]:
    """Relation name → the texts of its rows in their order."""
    text = fields[language]
    return {
        "vision": [{"text": sentence} for sentence in text.get("vision", [])],
        "timeline": [
            {"title": entry["title"], "text": entry.get("text", "")}
            for entry in text.get("timeline", [])
        ],
        "steps": [{"title": step["title"], "text": step["text"]} for step in text.get("steps", [])],
        "outcomes": [
            {
                "metric": outcome[f"metric_{language}"],
                "unit": outcome.get(f"unit_{language}", ""),
                "source": outcome.get(f"source_{language}", ""),
            }
            for outcome in fields.get("outcomes", [])
        ],
        "gallery": [
            {"alt": picture["alt"], "caption": picture.get("caption", "")}
            for picture in text.get("gallery", [])
        ],
    }


def set_rows(page: Any, texts: dict[str, list[dict[str, Any]]]) -> None:
    """Set the texts on existing rows of the page, without saving them."""
    for relation, values in texts.items():
        if values:
            rows = list(getattr(page, relation).all())
            for row, value in zip(rows, values, strict=True):
                for field, text in value.items():
                    setattr(row, field, text)
            setattr(page, relation, rows)
