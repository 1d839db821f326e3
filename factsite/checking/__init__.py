"""Running the rules over a whole record, and remembering what was found."""
