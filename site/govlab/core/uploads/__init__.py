"""What editors upload: where it lies, what is taken and who may open it."""
