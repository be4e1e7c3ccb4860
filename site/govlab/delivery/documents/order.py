"""Orders of documents beside their dates and titles."""

from django.db.models import Case, Exists, OuterRef, TextChoices, Value, When

from ..models import DocumentFacet


def by_choice(facet: str, choices: type[TextChoices]) -> Case:
    """Order by a facet, in the order of its choices; documents without a value come last."""
    held = DocumentFacet.objects.filter(document=OuterRef("pk"), name=facet)
    return Case(
        *(
            When(Exists(held.filter(value=value)), then=Value(position))
            for position, value in enumerate(choices.values)
        ),
        default=Value(len(choices.values)),
    )
