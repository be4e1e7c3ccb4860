"""Wagtail's URL patterns for documents, with our serve view under the same names and paths."""

from django.urls import path, re_path
from wagtail.documents.views.serve import authenticate_with_password

from .file_view import file

urlpatterns = [
    re_path(r"^(\d+)/(.*)$", file, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]
