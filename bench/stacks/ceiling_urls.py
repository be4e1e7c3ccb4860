"""The bytes of an answer, from one row of PostgreSQL and from the process's memory."""

from functools import cache

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI

api = NinjaAPI(docs_url=None, openapi_url=None)


def _read(name: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM bench_answer WHERE name = %s", [name])
        row = cursor.fetchone()
    return str(row[0]).encode() if row else b""


_remembered = cache(_read)


@api.get("/row/{name}")
def row(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(_read(name), content_type="application/json")


@api.get("/memory/{name}")
def memory(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(_remembered(name), content_type="application/json")


urlpatterns = [path("", api.urls)]
