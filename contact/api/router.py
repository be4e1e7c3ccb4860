from ninja import Router

from .site import add_site


def make_router() -> Router:
    router = Router()
    add_site(router)
    return router
