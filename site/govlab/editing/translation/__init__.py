"""wagtail-localize within the account's permissions, and the report of translations."""
