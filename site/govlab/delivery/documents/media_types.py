"""A file's media type by its name, the same on every machine.

The standard library asks the system's own list as well, so that one server says what another does
not; and without it, it does not know what offices work with.
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
