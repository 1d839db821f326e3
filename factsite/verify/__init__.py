"""Whether it is true to the seeds: quotes, lineage, rules."""
