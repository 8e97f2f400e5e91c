"""Lets `python -m walkshop` do what the command `walkshop` does."""

import sys

from walkshop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
