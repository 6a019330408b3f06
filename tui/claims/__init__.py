"""Many articles: recurrence, chains and origins, numbers compared, status; no I/O, no screen."""
