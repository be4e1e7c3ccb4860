"""Wagtail reads them through `editing.wagtail_hooks`."""

from wagtail import hooks

from .preferences import PreferencesPanel

hooks.register("register_account_settings_panel", PreferencesPanel)
