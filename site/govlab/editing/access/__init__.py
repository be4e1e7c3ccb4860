"""Who may use which URL of the administration, where Wagtail's own views do not ask."""
