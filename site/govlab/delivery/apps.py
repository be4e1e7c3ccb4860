from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "govlab.delivery"
    label = "delivery"
