from ninja import Router

from .problems import add_problems
from .site import add_site


def make_router() -> Router:
    router = Router()
    add_site(router)
    add_problems(router)
    return router
