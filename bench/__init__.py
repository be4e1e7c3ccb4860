"""`make bench`: how fast the API is, always beside stock Wagtail and the server's own ceiling.

commands  the project's own, with the run's environment
session   the run from an empty database to the report
content   pages to measure on
stacks/   settings and addresses of each server that is measured
servers   starts and stops them
calls     what is asked of whom
load      how it is asked; `client` where wrk is not installed
queries, publishing, scale, export   the measures beside requests a second
report    targets, the printed table, the kept JSON
search/   a bench of its own, for search
"""
