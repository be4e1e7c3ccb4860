"""`make faults`: editors at work while everything fails, and what must hold afterwards.

A run is a number of histories. A history begins with the same small site, goes on with random steps
(what editors do, what breaks), and is compared at times: the log with the pages, a portal's copy with
the log, and what anybody is shown with both. A history that diverges is repeated with fewer and fewer
steps for as long as it still does.
"""
