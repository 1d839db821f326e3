"""What editors type: new, quote, schema, coverage, check --fix, import."""
