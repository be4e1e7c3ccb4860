"""The checker connects to the public internet only."""

from ipaddress import ip_address

import pytest

from govlab.editing.links.public_hosts import NotPublicError, is_public, public_address


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_not_public(text: str) -> None:
    assert not is_public(ip_address(text))
    with pytest.raises(NotPublicError):
        public_address("piemers.lv", 80, lambda host, port: [text])


@pytest.mark.parametrize("text", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public(text: str) -> None:
    assert public_address("piemers.lv", 443, lambda host, port: [text]) == text


def test_all_addresses_of_a_host_must_be_public() -> None:
    with pytest.raises(NotPublicError):
        public_address("piemers.lv", 80, lambda host, port: ["8.8.8.8", "127.0.0.1"])


def test_names_of_this_machine_by_the_real_resolver() -> None:
    for name in ("localhost", "127.0.0.1", "0x7f.1", "2130706433", "[::1]".strip("[]")):
        with pytest.raises((NotPublicError, OSError)):
            public_address(name, 80)
