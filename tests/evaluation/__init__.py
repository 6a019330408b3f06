"""Figures on labelled data: ``python -m tests.evaluation DATA_DIR``."""
