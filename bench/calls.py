"""What is asked of whom. A call's subjects are measured in turns, so that all meet the same noise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.servers import Server

from .web import get

KEPT, MADE = "this API", "this API, uncached"
V2, V3 = "stock v2, fields=*", "stock v3"
ROW, MEMORY, NGINX = "one row", "from memory", "nginx"
LIST, ITEM, CHANGES = "list of 20", "one item", "changes page of 100"
LIST_304, ITEM_304 = "list, 304", "one item, 304"
PAGES, PAGE = "page with a list of 12", "page of one item"
TEMPLATES, SITE, SITE_MADE = "stock templates", "this site", "this site, uncached"

STACKS: dict[str, dict[str, str]] = {
    "product": {"DJANGO_SETTINGS_MODULE": "tools.production_settings"},
    "unkept": {"DJANGO_SETTINGS_MODULE": "tools.production_settings", "API_CACHE_MB": "0"},
    "stock": {"DJANGO_SETTINGS_MODULE": "bench.stacks.stock"},
    "ceiling": {"DJANGO_SETTINGS_MODULE": "bench.stacks.ceiling"},
}


@dataclass(frozen=True)
class Request:
    call: str
    subject: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


def addresses(item: int, parent: int) -> dict[str, dict[str, str]]:
    """Call → stack's name → address there. `item`: a news page's id; `parent`: its index's."""
    stock_list = f"type=news.NewsPage&limit=20&child_of={parent}"
    return {
        LIST: {
            "product": "/api/v1/news?locale=lv&limit=20",
            "v2": f"/api/v2/pages/?{stock_list}&fields=*",
            "v3": f"/api/v3/pages/?{stock_list}",
        },
        ITEM: {
            "product": f"/api/v1/pages/{item}",
            "v2": f"/api/v2/pages/{item}/?fields=*",
            "v3": f"/api/v3/pages/{item}/",
        },
        CHANGES: {"product": "/api/v1/changes?since=0&limit=100"},
    }


def requests(
    servers: Mapping[str, Server], nginx: Server | None, item: int, parent: int
) -> Iterator[Request]:
    for call, paths in addresses(item, parent).items():
        name = file_name(call)
        for version, subject in (("v2", V2), ("v3", V3)):
            if version in paths:
                yield Request(call, subject, servers["stock"].address + paths[version])
        yield Request(call, MADE, servers["unkept"].address + paths["product"])
        yield Request(call, KEPT, servers["product"].address + paths["product"])
        yield Request(call, ROW, f"{servers['ceiling'].address}/row/{name}")
        yield Request(call, MEMORY, f"{servers['ceiling'].address}/memory/{name}")
        if nginx:
            yield Request(call, NGINX, f"{nginx.address}/{name}")
        again = {LIST: LIST_304, ITEM: ITEM_304}.get(call)
        if again:
            known = {"If-None-Match": get(servers["product"].address + paths["product"]).etag}
            for stack, subject in (("unkept", MADE), ("product", KEPT)):
                url = servers[stack].address + paths["product"]
                yield Request(again, subject, url, known)


def page_requests(servers: Mapping[str, Server], made: Mapping[str, Any]) -> Iterator[Request]:
    """The site's own pages, beside those of stock Wagtail."""
    for call, path in ((PAGES, made["parent_path"]), (PAGE, made["item_path"])):
        for stack, subject in (("stock", TEMPLATES), ("unkept", SITE_MADE), ("product", SITE)):
            yield Request(call, subject, servers[stack].address + path)


def file_name(call: str) -> str:
    return call.replace(" ", "-")
