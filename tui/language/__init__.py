"""One article: sentences, quotes, attributions, stance cues and their scope, quantities, names; no I/O."""
