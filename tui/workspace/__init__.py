"""What a session works on: the index on disk, decisions and undo, finding; no widgets."""
