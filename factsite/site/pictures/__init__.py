"""Pictures drawn at build time as SVG; each stands beside the same facts in words."""
