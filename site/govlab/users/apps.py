from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "govlab.users"
    label = "users"
