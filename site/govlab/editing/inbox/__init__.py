"""The translation inbox: what is to be translated, by whom, and where each account works on it."""
