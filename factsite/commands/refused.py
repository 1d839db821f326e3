"""What a command answers that cannot do what was asked."""

from __future__ import annotations


class Refused(Exception):
    """The command cannot do what was asked; the message says why and what to do instead."""
