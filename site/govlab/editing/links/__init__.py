"""Links of public pages that lead nowhere: within the site at once, to other sites by command."""
