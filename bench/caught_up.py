"""Brings the search index up to the log, as the worker does: pages with related content are cached
only then."""

import django


def main() -> None:
    django.setup()
    from govlab.delivery.log import consumers

    consumers.advance_all()


if __name__ == "__main__":
    main()
