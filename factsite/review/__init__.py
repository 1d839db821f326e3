"""What reviewers see: two versions of the record, compared."""
