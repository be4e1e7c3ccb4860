from django.apps import AppConfig


class StarterConfig(AppConfig):
    name = "govlab.starter"
    label = "starter"
