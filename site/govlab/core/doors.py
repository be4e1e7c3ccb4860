"""The registry of the front page's doors: what readers come for, each with the page it leads to.

An app registers a door in its AppConfig.ready(). A door without a public page is not shown.
"""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Door:
    # The type of the document that it leads to: the first one in the order of the site.
    type: str
    title: str | Promise
    text: str | Promise


_doors: dict[int, Door] = {}


def register_door(order: int, door: Door) -> None:
    """Register a door; doors are shown in ascending `order`. Another one of the same order replaces
    it, so that an app can lead to a page of its own."""
    _doors[order] = door


def doors() -> list[Door]:
    return [door for _, door in sorted(_doors.items(), key=lambda item: item[0])]
