"""A static fact-check site generator that proves every quote it publishes; `factsite.api` is for other programs."""

__version__ = "1.0.0"
