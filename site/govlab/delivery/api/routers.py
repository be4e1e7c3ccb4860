"""All calls. Made once every app has registered its document types."""

from ninja import Router

from .document_calls import add_documents
from .list_calls import add_lists
from .replication_calls import add_replication
from .service_calls import add_service
from .site_calls import add_site


def make_router(version: str) -> Router:
    router = Router()
    add_service(router, version)
    add_lists(router)
    add_documents(router)
    add_site(router)
    add_replication(router)
    return router
