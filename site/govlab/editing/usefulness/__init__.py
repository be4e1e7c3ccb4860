"""What readers answer to “Was this page useful?”, for those who write the pages."""
