"""One reader per format, and the table that says which reads what."""
