from django.urls import URLPattern, path

from .views import content_checks
from .word_views import OwnWordViewSet


def urls() -> list[URLPattern]:
    return [
        path("content-checks/<int:page_id>/", content_checks, name="govlab_content_checks"),
    ]


def word_list() -> OwnWordViewSet:
    return OwnWordViewSet()
