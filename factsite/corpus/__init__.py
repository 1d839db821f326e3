"""What editors wrote: located YAML, decoded into typed records."""
