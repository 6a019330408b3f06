"""The Textual application: one module per pane or dialog; no analysis."""
