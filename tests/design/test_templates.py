"""Templates stand whatever editors left out or deleted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template, engines
from django.template.base import FilterExpression

ROOT = Path(__file__).parents[2]
APPS = ("home", "news", "cases", "contact", "legal", "search")
ROOMS = [
    ROOT / "site" / "govlab",
    *(ROOT / name for name in APPS),
]
TEMPLATES = [
    path for room in ROOMS for path in sorted(room.rglob("templates/**/*.*")) if path.is_file()
]


def looked_up_arguments(template: Template) -> list[str]:
    """Filters whose argument is looked up: Django raises where it is missing, or is below None.

    `{% firstof %}` does what `default` with such an argument is meant for.
    """
    return [
        expression.token
        for expression in _expressions(template.nodelist, set())
        for _, arguments in expression.filters
        for looked_up, _ in arguments
        if looked_up
    ]


def _expressions(part: Any, seen: set[int]) -> Iterator[FilterExpression]:
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, FilterExpression):
        yield part
    elif isinstance(part, list | tuple):
        for child in part:
            yield from _expressions(child, seen)
    elif isinstance(part, dict):
        yield from _expressions(list(part.values()), seen)
    elif hasattr(part, "__dict__"):
        yield from _expressions(list(vars(part).values()), seen)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_filter_looks_up_its_argument(path: Path) -> None:
    engine = engines["django"].engine  # type: ignore[attr-defined]
    assert looked_up_arguments(engine.from_string(path.read_text())) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ row.title|default:row.document.title }}",
        "{% if a %}{% with b=c|default:d %}{{ b }}{% endwith %}{% endif %}",
        "{% load i18n %}{% blocktranslate with a=b|add:c %}{{ a }}{% endblocktranslate %}",
        '{% include "x.html" with a=b|default:c.d %}',
    ],
)
def test_looked_up_arguments_are_found(source: str) -> None:
    assert len(looked_up_arguments(Template(source))) == 1


def test_why_they_are_not_allowed() -> None:
    row = {"title": "", "document": None}
    with pytest.raises(Exception, match="Failed lookup"):
        Template("{{ row.title|default:row.document.title }}").render(Context({"row": row}))
