"""Builds documents from pages."""
