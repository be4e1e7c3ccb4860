"""Where the API is: wherever the project includes its addresses."""

from django.urls import reverse


def api_root() -> str:
    """The path of the service document, with a slash at its end."""
    return reverse("api-v1:api-root")
