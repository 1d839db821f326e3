"""From a checked record to a published site: pages, builders, the preview server."""
