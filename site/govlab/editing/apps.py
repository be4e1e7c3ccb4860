from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "govlab.editing"
    label = "editing"

    def ready(self) -> None:
        from . import typed_numbers, typed_times

        typed_numbers.register()
        typed_times.register()
