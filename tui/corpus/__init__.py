"""Bytes become articles: reading, walking, cleaning by line, publisher and date; no linguistics."""
