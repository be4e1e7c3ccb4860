"""Public pages are light; a slow phone shows them soon, and without jumps."""

import gzip
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

pytestmark = pytest.mark.browser

# Bytes as gzip makes them; fonts are compressed already.
BUDGET = 100 * 1024
PARTS = {"html": 12 * 1024, "css": 12 * 1024, "js": 5 * 1024, "woff2": 52 * 1024, "svg": 2 * 1024}
PICTURES = {"avif", "webp", "jpeg", "jpg", "png"}
# Chromium's own "Fast 4G": bytes in a second, milliseconds.
NETWORK = {"offline": False, "downloadThroughput": 1_012_500, "uploadThroughput": 168_750}
LATENCY = 165
# How long a slow phone takes for `LOOP`: more than three times as long as the processor of a
# server. Machines that run tests differ by more than two, and are busy.
PHONE_LOOP_MS = 240
LOOP = """() => {
    const begin = performance.now();
    let sum = 0;
    for (let number = 0; number < 5e7; number++) sum += number % 7;
    return sum && performance.now() - begin;
}"""
LARGEST_PAINT = 1000
VISITS = 5

OBSERVE = """
window.measured = { lcp: 0, cls: 0, moved: [] };
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.measured.lcp = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        window.measured.cls += entry.value;
        for (const { node } of entry.sources) window.measured.moved.push(node?.className);
    }
}).observe({ type: "layout-shift", buffered: true });
"""


def weights(tab: Page, url: str) -> dict[str, int]:
    """What the page loads: kind of file → bytes."""
    loaded: dict[str, int] = {}
    responses: list[Response] = []
    tab.on("response", lambda response: responses.append(response))
    tab.goto(url, wait_until="load")
    for response in responses:
        kind = PurePosixPath(urlsplit(response.url).path).suffix.removeprefix(".") or "html"
        if kind not in PICTURES and response.ok:
            body = response.body()
            size = len(body) if kind == "woff2" else len(gzip.compress(body))
            loaded[kind] = loaded.get(kind, 0) + size
    return loaded


def heavy_pages(chromium: Browser, site: str, paths: list[str]) -> dict[str, dict[str, int]]:
    heavy = {}
    for path in paths:
        with chromium.new_context() as context:
            loaded = weights(context.new_page(), site + path)
        print(path, sum(loaded.values()), loaded)  # noqa: T201  what the budget is for
        assert {"html", "css", "woff2"} <= set(loaded)
        if sum(loaded.values()) > BUDGET or any(
            size > PARTS.get(kind, 0) for kind, size in loaded.items()
        ):
            heavy[path] = loaded
    return heavy


def as_a_slow_phone_sees_it(chromium: Browser, url: str) -> dict[str, Any]:
    phone: dict[str, Any] = {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
    }
    with chromium.new_context(**phone) as first:  # pictures and pages are made once
        first.new_page().goto(url, wait_until="networkidle")
    with chromium.new_context(**phone) as context:
        tab = context.new_page()
        tab.add_init_script(OBSERVE)
        session = context.new_cdp_session(tab)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK | {"latency": LATENCY})
        session.send("Emulation.setCPUThrottlingRate", {"rate": times_slower_than_this(tab)})
        tab.goto(url, wait_until="networkidle")
        measured: dict[str, Any] = tab.evaluate("window.measured")
    print(f"{url} LCP {measured['lcp']:.0f} ms, CLS {measured['cls']:.4f}")  # noqa: T201
    return measured


def times_slower_than_this(tab: Page) -> float:
    """How many times slower than this machine, as busy as it is, the phone is."""
    return max(1.0, PHONE_LOOP_MS / min(tab.evaluate(LOOP) for _ in range(5)))


def test_pages_are_light_and_quick(
    site: str, starting_content: None, examples: Callable[[], list[str]], chromium: Browser
) -> None:
    """On a slow phone with a mobile network. One test, since the content takes longest."""
    paths = examples()
    assert {path[:4] for path in paths} == {"/lv/", "/en/"}
    assert heavy_pages(chromium, site, paths) == {}
    for path in ("/lv/", "/lv/pieredzes-stasti/viena-veidlapa/"):
        measured = fastest(chromium, site + path)
        assert 0 < measured["lcp"] <= LARGEST_PAINT
        assert measured["cls"] == 0, measured["moved"]


def fastest(chromium: Browser, url: str) -> dict[str, Any]:
    """The first visit within the budget, else the fastest: other tests run beside this one."""
    visits = []
    for _ in range(VISITS):
        visits.append(as_a_slow_phone_sees_it(chromium, url))
        if visits[-1]["lcp"] <= LARGEST_PAINT:
            break
    return min(visits, key=lambda visit: float(visit["lcp"]))
