"""One rule for every address that an editor typed."""

import pytest

from govlab.delivery.safe_urls import is_safe_url, safe_url


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "HTTPS://Example.org/ceļš?a=1#b",
        "http://example.org:8080",
        "https://[2001:db8::1]/",
        "mailto:info@example.org?subject=Labdien pasaule",
        "tel:+371 67000000",
        "/lv/par-mums/",
        "/",
        "#saturs",
        "/lv/x?next=//other.example",
    ],
)
def test_links_that_lead_somewhere_pass_unchanged(address: str) -> None:
    assert safe_url(address) == address
    assert is_safe_url(f"  {address} ")
    assert safe_url(f"  {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        None,
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript%3Aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "ftp://example.org/",
        "view-source:https://example.org/",
        "//evil.example/lv/x",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\u2028/evil.example",
        "https:",
        "https://",
        "https:///path",
        "https:evil.example",
        "https://[",
        "https://example.org:port/",
        "mailto:",
        "tel:",
        "example.org",
        "lv/par-mums/",
        "?q=1",
        "https://example.org\u202e/gpj.exe",
    ],
)
def test_everything_else_is_dropped(address: str | None) -> None:
    assert safe_url(address) == ""
    assert not is_safe_url(address)
