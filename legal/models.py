from .pages import AccessibilityPage, Conformance, EvaluationMethod, PrivacyPage

__all__ = ["AccessibilityPage", "Conformance", "EvaluationMethod", "PrivacyPage"]
