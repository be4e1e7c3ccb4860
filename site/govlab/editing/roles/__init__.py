"""The roles of people who work here: groups with rights, and who approves what."""
