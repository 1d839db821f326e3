#!/usr/bin/env python3
"""Check the record, render its pages and publish the site; `build_site.py --help` lists the commands."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        from factsite.cli import main

        main()
    except ModuleNotFoundError as missing:
        sys.exit(f"error: {missing.name} is not installed; run `make setup`, then `.venv/bin/python build_site.py`")
