"""A memo in Word as docxtpl makes it.

usage: docxtpl_memo.py TEMPLATE BUNDLE FILE
"""

import sys

from docxtpl import DocxTemplate
from memo_values import memo_values

template_file, bundle_file, memo_file = sys.argv[1:]
template = DocxTemplate(template_file)
template.render(memo_values(bundle_file), autoescape=True)
template.save(memo_file)
