"""What editors type survives lost sessions, failed requests and a busy database."""
