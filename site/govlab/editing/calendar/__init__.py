"""The calendar of what is planned: publications, expiries, releases, reviews."""
