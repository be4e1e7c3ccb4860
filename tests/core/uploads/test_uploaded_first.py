"""A file whose title is refused is stored until its form is filled in properly."""

import gc
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import UploadedFile

from tests.factories.accounts import sign_in


# Wagtail leaves the stored file to the garbage collector.
@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.usefixtures("home")
def test_a_file_with_too_long_a_name_gets_another_title(admin_user: Any) -> None:
    client = sign_in(admin_user)
    file = SimpleUploadedFile("a.txt", b"teksts", content_type="text/plain")
    response = client.post(
        reverse("wagtaildocs:add_multiple"), {"title": "a" * 300, "files[]": file}
    )
    assert response.json()["success"]
    stored = UploadedFile.objects.get()
    prefix = f"uploaded-document-{stored.pk}"
    response = client.post(
        reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[stored.pk]),
        {f"{prefix}-title": "Īss nosaukums", f"{prefix}-tags": ""},
    )
    assert response.json()["success"]
    assert get_document_model().objects.get().title == "Īss nosaukums"
    gc.collect()
