from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "govlab.editing"
    label = "editing"
