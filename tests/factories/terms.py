from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from govlab.core.images import SiteImage
from govlab.core.vocabularies import Institution, Laboratory, Topic

_numbers = count(1)


def latvian() -> Locale:
    return Locale.objects.get_or_create(language_code="lv")[0]


def make_laboratory(name: str | None = None, **fields: Any) -> Laboratory:
    name = name or f"Laboratorija {next(_numbers)}"
    fields = {"locale": latvian(), "year_from": 2019} | fields
    return Laboratory.objects.create(name=name, **fields)


def make_topic(name: str | None = None, **fields: Any) -> Topic:
    fields = {"locale": latvian()} | fields
    return Topic.objects.create(name=name or f"Tēma {next(_numbers)}", **fields)


def make_institution(name: str | None = None, **fields: Any) -> Institution:
    fields = {"locale": latvian()} | fields
    return Institution.objects.create(name=name or f"Iestāde {next(_numbers)}", **fields)


def make_image(title: str = "Attēls") -> SiteImage:
    return SiteImage.objects.create(title=title, file=get_test_image_file())


def make_document(title: str = "Dokuments") -> Document:
    return Document.objects.create(title=title, file=ContentFile(b"text", name="dokuments.txt"))
