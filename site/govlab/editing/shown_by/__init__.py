"""What shows a page, picture, file or term: told before it is unpublished, moved or deleted."""
