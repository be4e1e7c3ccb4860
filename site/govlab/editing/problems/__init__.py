"""Problems that readers reported: the list, their state, and the answer."""
