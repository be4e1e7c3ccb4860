"""Static files that are made from others: font subsets, and the style sheet of the site."""
