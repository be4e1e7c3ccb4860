from govlab.delivery.apps import DeliveryConfig


class QuietDeliveryConfig(DeliveryConfig):
    """Its tables are there, because page types import it; its signals are not connected."""

    def ready(self) -> None:
        pass
