"""Draws the icons of browsers and home screens from the mark: `python -m tools.icons`.

Chromium draws the SVG at each size, so that the files are what browsers show. Each picture names
the mark that it was drawn from; a test compares that with the mark as it is.
"""

import os
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, sync_playwright

DESIGN = Path(__file__).parents[1] / "site" / "govlab" / "design" / "static" / "govlab"
MARK = DESIGN / "mark.svg"
DIRECTORY = DESIGN / "icons"
# The name in a picture's metadata of what it was drawn from.
SOURCE = "source"
# Name, width in pixels, and the part of it that the mark takes. Home screens cut masks out of
# icons, at most a fifth of each side.
ICONS = (
    ("icon-192.png", 192, 1.0),
    ("icon-512.png", 512, 1.0),
    ("maskable-512.png", 512, 0.6),
    ("apple-touch-icon.png", 180, 0.8),
)
FAVICON, FAVICON_SIZES = "favicon.ico", (16, 32, 48)
# That of the mark itself.
BACKGROUND = "#0F3D2E"


def digest() -> str:
    """Return the digest of the mark."""
    return sha256(MARK.read_bytes()).hexdigest()


def draw(browser: Browser, size: int, part: float) -> Image.Image:
    page = browser.new_page(viewport={"width": size, "height": size})
    edge = round(size * part)
    background = "transparent" if part == 1.0 else BACKGROUND
    page.set_content(
        f"<style>body{{margin:0;display:grid;place-items:center;height:{size}px;"
        f"background:{background}}}svg{{width:{edge}px;height:{edge}px}}</style>{MARK.read_text()}"
    )
    taken = page.screenshot(omit_background=True)
    page.close()
    return Image.open(BytesIO(taken))


def main() -> int:
    DIRECTORY.mkdir(exist_ok=True)
    program = os.environ.get("GOVLAB_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        source = PngInfo()
        source.add_text(SOURCE, digest())
        for name, size, part in ICONS:
            draw(browser, size, part).save(DIRECTORY / name, optimize=True, pnginfo=source)
        small = [draw(browser, size, 1.0) for size in FAVICON_SIZES]
        small[-1].save(
            DIRECTORY / FAVICON,
            sizes=[(size, size) for size in FAVICON_SIZES],
            append_images=small[:-1],
        )
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
