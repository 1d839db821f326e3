"""A proposed change: two commits read as far as they differ, checked and compared."""
