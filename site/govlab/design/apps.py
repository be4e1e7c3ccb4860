from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "govlab.design"
    label = "design"
