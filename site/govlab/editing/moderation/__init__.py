"""What authors and approvers are told about the approval of a page, in every editor."""
