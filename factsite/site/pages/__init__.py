"""Pages as typed views: what each page says, decided here; how it looks, decided by its template."""
