"""Links to files in rich text."""

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler

from govlab.delivery.closed_collections import closed_paths
from govlab.delivery.safe_rich_text import linked_id


class OpenDocumentLink(DocumentLinkHandler):
    """Leaves only the words of a link whose file everybody may not open, as the API does.

    Wagtail expands rich text without knowing who reads it.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        closed = closed_paths()
        numbers = [linked_id(attributes) for attributes in attrs_list]
        documents = cls.get_model().objects.select_related("collection")
        found = documents.in_bulk([number for number in numbers if number])
        return [
            f'<a href="{escape(document.url)}">'
            if document and not document.collection.path.startswith(closed)
            else "<a>"
            for document in map(found.get, numbers)
        ]
