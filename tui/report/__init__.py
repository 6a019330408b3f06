"""A workspace as text: JSON, Markdown, CSV; no widgets."""
