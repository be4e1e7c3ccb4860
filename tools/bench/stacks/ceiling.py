"""As little as this server stack can do: gunicorn, Django without middleware, Ninja, a cursor."""

from govlab.settings.production import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tools.bench.stacks.ceiling_urls"
