"""The measures and colours of the house: what the pages of a report have in common.

Colours are few: navy for structure, red for a rise and green for a fall, as Chinese readers expect.
"""

NAVY = "1B3A5C"
RED = "B5392B"
GREEN = "3F7D58"
GREY = "66707C"
HAIRLINE = "CDD5DE"
TINT = "F2F6FA"
UNFILLED = "FFF2CC"
PALE = "B9C8D6"
WHITE = "FFFFFF"

SERIF = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
)
SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="黑体" w:cs="Calibri"/>'

# Twentieths of a point. A4; the text is 420 pt wide, forty characters of the body.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TEXT_WIDTH = 8400
SIDE = (PAGE_WIDTH - TEXT_WIDTH) // 2
TOP, BOTTOM = 1644, 1474
HEADER_DISTANCE, FOOTER_DISTANCE = 907, 794
LINE = 370
"""18.5 pt from line to line of the body, 10.5 pt high."""
