"""The schemas that page types share: body blocks, and the document that contains them."""
