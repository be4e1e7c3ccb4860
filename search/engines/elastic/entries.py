"""Writes entries of the log to an index."""

from collections.abc import Iterable, Mapping
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from govlab.delivery.documents.registry import facet_values, parse
from govlab.delivery.log.feed import Entry
from search.files.page_files import files_of, prepare, texts_of_files
from search.query.facets import facet_names
from search.text.adjacency import groups
from search.text.compounds import compounds, joined
from search.text.document_texts import texts_of
from search.text.tokens import index_text

from .analysis import BETWEEN_TOKENS
from .facets import as_term
from .mapping import COMPOUNDS, FACET_VALUES, SUGGESTED_BY, TEXTS

CHUNK_BYTES = 5 * 1024 * 1024


class RefusedError(Exception):
    """The cluster does not accept entries at the moment, for example because it is read-only."""


class IndexMismatchError(RefusedError):
    """The index refuses valid entries, so its mapping is not the one it was created with."""


def write(
    client: Elasticsearch,
    entries: Iterable[Entry],
    targets: Mapping[str, str],
    *,
    require_alias: bool,
) -> None:
    """Write entries to the index or alias of their language; skip other languages.

    The sequence is the version, so equal or older entries are ignored. Raises
    RefusedError and what the client raises.
    """
    entries = list(entries)
    prepare(entry for entry in entries if entry.locale in targets)
    operations = (
        _operation(entry, targets[entry.locale], require_alias=require_alias)
        for entry in entries
        if entry.locale in targets
    )
    refused = []
    for done, item in streaming_bulk(
        client,
        operations,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        raise_on_exception=True,
    ):
        (result,) = item.values()
        if not done and result["status"] != 409 and not _gone_already(item):
            refused.append(item)
    if any(result["status"] in (400, 404) for item in refused for result in item.values()):
        raise IndexMismatchError(_reason(refused[0]))
    if refused:
        raise RefusedError(f"{len(refused)} refused: {_reason(refused[0])}")


def _gone_already(item: Mapping[str, Any]) -> bool:
    return "delete" in item and item["delete"].get("result") == "not_found"


def _reason(item: Mapping[str, Any]) -> str:
    (result,) = item.values()
    error = result.get("error", result)
    return f"{error.get('type')}: {error.get('reason')}" if isinstance(error, dict) else str(error)


def _operation(entry: Entry, target: str, *, require_alias: bool) -> dict[str, Any]:
    operation = {
        "_index": target,
        "_id": str(entry.page_id),
        "version": entry.sequence,
        "version_type": "external",
        "require_alias": require_alias,
    }
    if entry.live:
        return operation | {"_op_type": "index", "_source": source(entry)}
    return operation | {"_op_type": "delete"}


def source(entry: Entry) -> dict[str, Any]:
    """Return the source of a live entry."""
    document = parse(entry.document)
    found = texts_of(document, texts_of_files(list(files_of(document))))
    texts = {name: getattr(found, name) for name in TEXTS}
    facets = _facets(facet_values(document))
    return {
        "page_id": entry.page_id,
        "sequence": entry.sequence,
        "date": entry.date.isoformat(),
        "facets": facets,
        FACET_VALUES: [as_term(name, value) for name in facets for value in facets[name]],
        "lemmas": {name: tokens_of(text, entry.locale) for name, text in texts.items()},
        COMPOUNDS: compound_words("\n".join(texts[name] for name in SUGGESTED_BY), entry.locale),
        **texts,
    }


def tokens_of(text: str, locale: str) -> str:
    """Return the tokens of each word together, as the analyzer `TOKENS` expects them."""
    return " ".join(map(BETWEEN_TOKENS.join, groups(index_text(text, locale))))


def compound_words(text: str, locale: str) -> str:
    return " ".join(dict.fromkeys(map(joined, compounds(text, locale))))


def _facets(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    facets: dict[str, list[str]] = {}
    searched = set(facet_names())
    for name, value in pairs:
        if name in searched:
            facets.setdefault(name, []).append(value)
    return facets
