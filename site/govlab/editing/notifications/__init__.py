"""E-mails to editors: written down with the change that they report, sent by the worker."""
