"""A page shown in another way than its type's template does, such as to be printed."""

from collections.abc import Sequence
from typing import Any

from govlab.delivery.documents.registry import View
from govlab.delivery.schemas.page import PageDocument


def shown_as(view: View, documents: Sequence[PageDocument]) -> dict[str, Any]:
    titles = " – ".join(document.title for document in documents)
    return {"content_template": view.template, "view_title": view.title % {"title": titles}}
