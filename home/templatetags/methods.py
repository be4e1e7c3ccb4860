"""Template tags of methods."""

from dataclasses import dataclass

from django import template

from govlab.core.language_names import own_language_name
from govlab.delivery.documents.facets import slug_of
from home.choices import Phase
from home.method_schemas import MethodDocument

register = template.Library()
register.filter("slug_of", slug_of)
register.filter("own_language_name", own_language_name)

# The number of characters up to which a card fits one A4 page in a size of type.
_DENSITIES = ((1000, "airy"), (1700, "normal"))
_DENSEST = "dense"
# What a step takes beside its text, as characters.
_STEP = 60


@dataclass(frozen=True)
class PhaseLink:
    phase: Phase
    current: bool


@register.filter
def phases(page: MethodDocument) -> list[PhaseLink]:
    """Return all phases, of which one is that of the method."""
    return [PhaseLink(phase, phase == page.phase) for phase in Phase]


@register.filter
def density(page: MethodDocument) -> str:
    """Return the size of type with which the printed card of a method fits one page."""
    length = len(page.purpose) + sum(
        len(step.title) + len(step.text) + _STEP for step in page.steps
    )
    return next((name for limit, name in _DENSITIES if length <= limit), _DENSEST)
