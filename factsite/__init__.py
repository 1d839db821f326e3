"""A static fact-check site generator that proves every quote it publishes."""
