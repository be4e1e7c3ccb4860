"""One text, as each product puts it on the clipboard: `products/`, written in the manner of their
markup."""

from pathlib import Path

_DIRECTORY = Path(__file__).with_name("products")


def sample(product: str) -> str:
    return (_DIRECTORY / f"{product}.html").read_text(encoding="utf-8")
