"""URLs of the site's own views outside the language prefixes: what programs look for by name."""

from django.urls import path

from .browser_files import icon
from .link_pictures.view import link_picture
from .llms import llms_txt
from .robots import robots, security_txt
from .sitemap import part, sitemap

urlpatterns = [
    path("robots.txt", robots),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", part, name="sitemap_part"),
    path("llms.txt", llms_txt),
    path("images/link/<int:page_id>-<slug:digest>.png", link_picture, name="link_picture"),
    # Where browsers look even if a page names another address.
    path("favicon.ico", icon, {"name": "favicon.ico"}),
    path("apple-touch-icon.png", icon, {"name": "apple-touch-icon.png"}),
]
