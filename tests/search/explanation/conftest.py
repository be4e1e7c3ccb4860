from tests.search.curation.conftest import editor, group_client

__all__ = ["editor", "group_client"]
