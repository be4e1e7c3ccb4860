"""Every address of the administration, filled in for the test's world."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from django.urls import URLPattern, URLResolver, reverse
from django.urls.resolvers import RegexPattern

from .placeholders import API_ACTIONS, BULK, OBJECTS, WORDS, by_name
from .world import World

REVISIONS = frozenset({"revision_id", "revision_id_a", "revision_id_b"})
Filling = tuple[str, str]


@dataclass(frozen=True)
class Address:
    name: str
    # The world's objects that its placeholders stand for, and the action where there is one.
    target: str
    path: str


def addresses(patterns: Sequence[URLPattern | URLResolver], world: World) -> Iterator[Address]:
    """Raises LookupError for a placeholder that stands for nothing known, so that no address of a
    new version goes unvisited."""
    seen: set[str] = set()
    for name, route, placeholders in _walk(patterns):
        for filling in _fillings(name, placeholders, world):
            values = {key: value for key, (_, value) in filling.items()}
            owner = values.get("page_id") or values.get("pk")
            for key in REVISIONS & set(placeholders):
                values[key] = str(world.revisions[int(owner or 0)])
            path = f"/admin/{route}" if name == route else reverse(name, kwargs=values)
            if path not in seen:
                seen.add(path)
                target = "+".join(shown for shown, _ in filling.values() if shown)
                yield Address(name, target, path)


def _walk(
    patterns: Sequence[URLPattern | URLResolver],
    route: str = "",
    names: tuple[str, ...] = (),
    placeholders: tuple[str, ...] = (),
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name (the route where it has none), route, placeholders."""
    for pattern in patterns:
        here = route + str(pattern.pattern)
        own: Sequence[str] = tuple(pattern.pattern.converters)
        if isinstance(pattern.pattern, RegexPattern):
            own = tuple(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from _walk(pattern.url_patterns, here, names + space, (*placeholders, *own))
        elif pattern.name:
            yield ":".join((*names, pattern.name)), here, (*placeholders, *own)
        else:
            here = here.replace("^.*/$", "nowhere/")
            yield here, here, (*placeholders, *own)


def _fillings(name: str, placeholders: Sequence[str], world: World) -> Iterator[dict[str, Filling]]:
    if name == "wagtail_bulk_action":
        for (app_label, model), actions in BULK.items():
            for action in actions:
                yield {
                    "app_label": ("", app_label),
                    "model_name": (model, model),
                    "action": (action, action),
                }
        return
    words = by_name(name, WORDS)
    objects = by_name(name, OBJECTS)
    options: list[list[Filling]] = []
    wanted = [key for key in placeholders if key not in REVISIONS]
    for key in wanted:
        if key in words:
            options.append([(words[key] if key == "mode" else "", words[key])])
        elif name == "wagtailadmin_api:pages:action" and key == "action_name":
            options.append([(action, action) for action in API_ACTIONS])
        elif key in objects:
            options.append([(item, world.value(item)) for item in objects[key]])
        else:
            raise LookupError(f"{name}: “{key}” stands for nothing known.")
    for combination in product(*options):
        yield dict(zip(wanted, combination, strict=True))
