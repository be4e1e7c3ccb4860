"""The root path of the API, which depends on the project's URLconf."""

from django.urls import reverse


def api_root() -> str:
    """Return the path of the service document, with a trailing slash."""
    return reverse("api-v1:api-root")
