"""Pages as Markdown, for programs that read text: the page's own template, converted."""
