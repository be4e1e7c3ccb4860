"""What the worker does between a publication and a search."""

from govlab.delivery.log import consumers, relay


def bring_up_to_date() -> None:
    relay.drain()
    consumers.advance_all()
