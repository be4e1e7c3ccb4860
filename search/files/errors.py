"""Why a file has no text to give, or not all of it."""


class UnreadableError(Exception):
    """`reason` is one of `search.models.file_text.Reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoTextFormatError(Exception):
    """A file that holds other things than text, such as an archive or a picture."""


class OutOfTimeError(BaseException):
    """Not an `Exception`, which libraries catch and go on."""
