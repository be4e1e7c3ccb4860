"""What the log has of the pages of several groups, before their documents are written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from ..documents.group import Group
from ..models import Document, DocumentFacet, DocumentReference


@dataclass(frozen=True)
class Stored:
    """By the primary keys of pages."""

    rows: Mapping[int, Document]
    facets: Mapping[int, list[DocumentFacet]]
    references: Mapping[int, list[DocumentReference]]

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Self:
        """Read what there is of the public pages. Three queries."""
        public = [page.pk for group in groups for page in group.public]
        facets: dict[int, list[DocumentFacet]] = defaultdict(list)
        for facet in DocumentFacet.objects.filter(document__in=public):
            facets[facet.document_id].append(facet)
        references: dict[int, list[DocumentReference]] = defaultdict(list)
        for reference in DocumentReference.objects.filter(document__in=public):
            references[reference.document_id].append(reference)
        return cls(Document.objects.in_bulk(public), facets, references)
