"""As little as this server stack can do: gunicorn, Django without middleware, Ninja, a cursor."""

from .product import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "tools.bench.stacks.ceiling_urls"
