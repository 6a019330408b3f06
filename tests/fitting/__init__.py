"""Scripts that derive the bundled tables and weights from labelled data, and measure each step."""
