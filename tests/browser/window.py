"""The window that editors and readers have."""

from typing import Any

# Wagtail's transitions would be drawn sixty times a second, and waited for.
DESKTOP: dict[str, Any] = {
    "locale": "lv-LV",
    "viewport": {"width": 1280, "height": 900},
    "reduced_motion": "reduce",
}
