"""All calls. Made once every app has registered its document types."""

from ninja import Router

from .documents import add_documents
from .lists import add_lists
from .replication import add_replication
from .service import add_service
from .site import add_site


def make_router(version: str) -> Router:
    router = Router()
    add_service(router, version)
    add_lists(router)
    add_documents(router)
    add_site(router)
    add_replication(router)
    return router
