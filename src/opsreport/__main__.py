"""`python -m opsreport` is `opsreport`."""

from opsreport.cli import main

if __name__ == "__main__":
    main()
