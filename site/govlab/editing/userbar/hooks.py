from django.urls import URLPattern, path

from .views import userbar


def urls() -> list[URLPattern]:
    return [path("userbar/", userbar, name="govlab_userbar")]
