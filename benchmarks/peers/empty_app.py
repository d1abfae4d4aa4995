"""A Typer app with two commands that do nothing: what `--help` costs at the least."""

import typer

app = typer.Typer()


@app.command()
def build(bundle: str, style: str = "memo", output: str = typer.Option("out.docx", help="output")) -> None:
    """Build a report."""


@app.command()
def check(bundle: str) -> None:
    """Check a bundle."""


app()
