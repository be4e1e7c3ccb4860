from .own_word import OwnWord

__all__ = ["OwnWord"]
