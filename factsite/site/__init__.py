"""What readers see: page views, safe text, templates, open data."""
