"""Which hosts may be asked: only those on the public internet.

Editors type addresses, and the server that checks them may reach what they may not: itself, its
network, the cloud's metadata. A name is resolved once, all of its addresses must be public, and the
connection goes to the address that was checked.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
# Resolves a host and port. Raises OSError.
Resolve = Callable[[str, int], list[str]]

_NAT64 = IPv6Network("64:ff9b::/96")


class NotPublicError(Exception):
    """The host has an address that is not on the public internet."""


def resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def public_address(host: str, port: int, lookup: Resolve = resolve) -> str:
    """Return an address of the host. Raises NotPublicError, or OSError if there is none."""
    found = lookup(host, port)
    if not found:
        raise OSError(f"{host} has no address")
    if not all(is_public(ip_address(text.partition("%")[0])) for text in found):
        raise NotPublicError(host)
    return found[0]


def is_public(address: Address) -> bool:
    """Also judges the IPv4 address that an IPv6 address stands for."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _nat64(address)
        if address.teredo is not None:
            return False
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _nat64(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
