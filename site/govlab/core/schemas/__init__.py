"""The public form of what page types share: the body's blocks, and the document that holds it."""
