"""The outside world: disk, git, the site builders, the preview server."""
