"""The command line: the terminal, the signals and the exit codes; everything else is done below."""

from opsreport.cli.app import app
from opsreport.cli.main import main

__all__ = ["app", "main"]
