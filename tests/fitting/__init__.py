"""Development tools that fit weights on annotated texts; nothing here runs when the program does."""
