"""A memo as PDF as WeasyPrint makes it from HTML that Jinja has filled in.

usage: weasyprint_memo.py SERIF SANS BUNDLE FILE, where a font that is not installed is given as NAME=FILE
"""

import sys
from pathlib import Path

import weasyprint
from jinja2 import Environment, FileSystemLoader
from memo_values import memo_values

families = [family.partition("=")[::2] for family in sys.argv[1:3]]
bundle_file, memo_file = sys.argv[3:]
templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
page = templates.get_template("memo.html.j2").render(
    memo_values(bundle_file),
    serif=families[0][0],
    sans=families[1][0],
    faces=[(name, Path(file).as_uri()) for name, file in families if file],
)
weasyprint.HTML(string=page).write_pdf(memo_file)
