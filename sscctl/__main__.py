"""`python -m sscctl`."""

from sscctl.cli.main import main

main()
