"""What a project includes at the root of its addresses: the API, files, pictures and health.

path("", include("govlab.delivery.urls"))
"""

from django.urls import URLPattern, URLResolver, include, path

from .api.app import api
from .operations.health import healthz, readyz
from .picture_view import picture

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api().urls),
    path("documents/", include("govlab.delivery.file_urls")),
    path(
        "images/<int:image_id>/<slug:digest>/<int:width>.<slug:extension>",
        picture,
        name="delivery_image",
    ),
    path("healthz", healthz),
    path("readyz", readyz),
]
