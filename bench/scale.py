"""The same calls with few and with many documents: does an answer take longer?

Documents are multiplied in the database, each with its facets, with dates, paths and sequences of
their own; the answers are then asked for by one client at a time.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from tools.servers import Server

from . import load
from .queries import move_head
from .web import get

SEED = """
CREATE TABLE bench_document AS SELECT *, row_number() OVER (ORDER BY page_id) AS number
    FROM delivery_document WHERE live AND collection = 'news' ORDER BY page_id;
CREATE TABLE bench_facet AS SELECT document_id, name, value FROM delivery_documentfacet;
"""
# A copy is some minutes older than its original, and has ids and addresses of its own.
MULTIPLY = """
TRUNCATE delivery_document CASCADE;
CREATE TEMPORARY TABLE copies ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY copy, number) AS id, copy, page_id AS original
    FROM bench_document, generate_series(0, %(size)s / (SELECT count(*) FROM bench_document)) AS copy
    ORDER BY copy, number LIMIT %(size)s;
INSERT INTO delivery_document
    (page_id, sequence, translation_key, path, sort_date, sort_title, type, collection, locale,
     live, reason, digest, updated_at, published_at, json, summary_json, card_json, tree_path,
     in_menu)
    SELECT id, id, md5(translation_key::text || copy)::uuid, path || copy || '/',
        sort_date - copy * interval '1 minute', sort_title || copy, type, collection, locale, live,
        reason, md5(digest || copy), updated_at, published_at, json, summary_json, card_json,
        tree_path || copy, in_menu
    FROM copies JOIN bench_document ON page_id = original;
INSERT INTO delivery_documentfacet (document_id, name, value)
    SELECT id, name, value FROM copies JOIN bench_facet ON document_id = original;
UPDATE delivery_head SET sequence = %(size)s, revision = revision + 1;
"""


@dataclass(frozen=True)
class Latency:
    call: str
    documents: int
    made_ms: float
    kept_ms: float


def resize(connection: psycopg.Connection, size: int) -> None:
    exists = connection.execute("SELECT to_regclass('bench_document')").fetchone()
    if exists == (None,):
        connection.execute(SEED)
    with connection.transaction():
        for statement in MULTIPLY.split(";\n"):
            if statement.strip():
                connection.execute(statement.replace("%(size)s", str(size)).encode())
    connection.execute("VACUUM ANALYZE delivery_document, delivery_documentfacet")
    move_head(connection)


def paths(
    connection: psycopg.Connection, servers: Mapping[str, Server], size: int
) -> dict[str, str]:
    base = "/api/v1/news?locale=lv&limit=20"
    product = servers["product"].address
    middle = _json(f"{product}/api/v1/news?locale=lv&limit=1&year=2025")["next"]
    topic = _json(f"{product}/api/v1/terms/topic?locale=lv")["items"][0]["slug"]
    own_path = "SELECT path FROM delivery_document WHERE page_id = %s"
    row = connection.execute(own_path, [size // 2]).fetchone()
    path = row[0] if row else ""
    end = _json(f"{product}/api/v1/")["head"]
    epoch = end.partition("-")[0]
    return {
        "list": base,
        "list, far down": f"{base}&cursor={middle}",
        "list of a topic": f"{base}&topic={topic}",
        "list of a topic and a year": f"{base}&topic={topic}&year=2025",
        "one item": f"/api/v1/pages/{size // 2}",
        "one item by its path": f"/api/v1/pages/by-path?path={path}",
        "changes, half-way": f"/api/v1/changes?limit=100&since={epoch}-{size // 2}",
        "changes, at the end": f"/api/v1/changes?limit=100&since={end}",
    }


def measure(
    connection: psycopg.Connection, servers: Mapping[str, Server], size: int, *, seconds: int
) -> list[Latency]:
    found = []
    for call, path in paths(connection, servers, size).items():
        made, kept = (
            load.measure(servers[stack].address + path, {}, seconds=seconds, connections=1).p50_ms
            for stack in ("unkept", "product")
        )
        found.append(Latency(call, size, made, kept))
    return found


def _json(url: str) -> Any:
    return json.loads(get(url).body)
