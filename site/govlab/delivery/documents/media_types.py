"""Guesses the media type of a file from its name, independent of the operating system.

`mimetypes.guess_type` also reads the system's files, which differ between servers, and does not
know office formats without them.
"""

from mimetypes import MimeTypes

UNKNOWN = "application/octet-stream"
_ADDED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".rtf": "application/rtf",
    ".epub": "application/epub+zip",
    ".asice": "application/vnd.etsi.asic-e+zip",
    ".edoc": "application/vnd.etsi.asic-e+zip",
    ".7z": "application/x-7z-compressed",
    ".md": "text/markdown",
    ".xml": "application/xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
_COMPRESSED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
_types = MimeTypes()
for _extension, _type in _ADDED.items():
    _types.add_type(_type, _extension)


def media_type(filename: str) -> str:
    name, compression = _types.guess_type(filename)
    if compression:
        return _COMPRESSED.get(compression, UNKNOWN)
    return name or UNKNOWN
