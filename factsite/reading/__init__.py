"""How versions of a record are read: folders of the disk, commits of git, what is remembered between runs."""
