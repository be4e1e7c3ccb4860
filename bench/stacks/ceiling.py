"""As little as this server stack can do: gunicorn, Django without middleware, Ninja, a cursor."""

from tools.production_settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "bench.stacks.ceiling_urls"
