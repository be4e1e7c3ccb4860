"""The bin: deleted pages, which can be restored with their ids, revisions and translations."""
