"""Words that the packages of the administration say in English and in no Latvian message."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
import wagtail
import wagtail_localize
from django.conf import settings
from playwright.sync_api import Page

from tools.package_messages import entries, translations

PACKAGES = [Path(str(package.__file__)).parent for package in (django, wagtail, wagtail_localize)]
OURS = [*map(Path, settings.LOCALE_PATHS)]
MARKUP = re.compile(r"%\(\w+\)\w|\{\w*\}|<[^>]+>|\w+_\w+")
WORD = re.compile(r"[^\W\d_]{3,}")
# What a browser shows, and what it reads out; time zones bear names of places, and
# languages their own.
SHOWN = """() => (
    document.querySelectorAll("[name$=current_time_zone], [name$=preferred_language]")
        .forEach(each => each.remove()), [
    document.title,
    document.body.innerText,
    ...["aria-label", "title", "placeholder", "alt"].flatMap(name =>
        [...document.querySelectorAll(`[${name}]`)].map(element => element.getAttribute(name))),
])"""


def english_words(tab: Page) -> set[str]:
    return {word for text in tab.evaluate(SHOWN) for word in words(text) if word in vocabulary()}


def words(text: str) -> Iterator[str]:
    yield from (word.lower() for word in WORD.findall(MARKUP.sub(" ", text)))


@cache
def vocabulary() -> frozenset[str]:
    english: set[str] = set()
    latvian: set[str] = set()
    for folder in [*PACKAGES, *OURS]:
        for path in folder.rglob("LC_MESSAGES/*.po"):
            if path.parts[-3] not in {"en", "lv"}:
                continue
            for entry in entries(path):
                english.update(words(f"{entry.msgid} {entry.msgid_plural}"))
                if path.parts[-3] == "lv":
                    for text in translations(entry):
                        found = list(words(text))
                        # A package's own sentences quote English, such as names of its code.
                        if folder in OURS or len(found) == 1:
                            latvian.update(found)
    return frozenset(english - latvian)
