"""The labels of facet values, each read once for a state of the log."""

from collections.abc import Collection

from django.utils.translation import get_language

from govlab.delivery.documents.facets import Facet, Labels
from govlab.delivery.models.head import LogState

from .state_cache import StateCache

# Facet, language of the documents and language of the labels.
_Key = tuple[str, str, str | None]
# Labels by their values; None for obsolete values.
_labels: StateCache[_Key, dict[str, str | None]] = StateCache()


def labels_of(facet: Facet, values: Collection[str], locale: str, state: LogState | None) -> Labels:
    """Return what `facet.labels` does. `state` is the current one, which labels change with."""
    known = _labels.get(state, (facet.name, locale, get_language()), dict)
    if missing := [value for value in values if value not in known]:
        known.update(dict.fromkeys(missing) | facet.labels(missing, locale))
    return {value: label for value in values if (label := known[value]) is not None}
