"""Wagtail's addresses of documents, served by our view: its names and paths stay as they are."""

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
