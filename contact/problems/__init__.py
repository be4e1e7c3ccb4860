"""Problems that readers report: the form, what happens with it, and for how long it is stored.

The form on the site and the API both end in `submission.submit`: one rule, one limit.
"""
