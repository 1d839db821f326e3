"""The check of built pages: nothing that could run, load or lead astray is published."""
