"""The picture that other sites show beside a link to a page (Open Graph): drawn from its title."""
