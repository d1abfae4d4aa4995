"""The words of findings about laying out pages: characters, fonts and what a style sheet asks for."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

PAGES: tuple[Code, ...] = (
    Code(
        "missing-glyph",
        Severity.ERROR,
        Words(
            "随程序的字体里没有这些字：{characters}",
            "请改用通用的写法；确需使用时加 --system-fonts，由本机字体补上。",
            "PDF 用随程序发布的字体排版，收字范围是 GBK。字体里没有的字印出来是空框，而复制出来的文字却是对的，"
            "不看版面发现不了，所以按错误处理。Word 与 HTML 不受影响。",
            {
                "system": "本机字体里也没有这些字，请改用通用的写法。",
                "template": "这些字在样式的模板或样式表里，请改用通用的写法。",
            },
        ),
        Words(
            "the fonts shipped with opsreport lack these characters: {characters}",
            "Write them another way, or add --system-fonts to let fonts of this machine help out.",
            "PDFs are set in the fonts that come with opsreport, which hold GBK. A character they lack prints as an "
            "empty box although copied text looks right, so it is an error. Word and HTML are not affected.",
            {
                "system": "No font of this machine has them either; write them another way.",
                "template": "They stand in the style's template or style sheet; write them another way.",
            },
        ),
    ),
    Code(
        "outside-asset",
        Severity.ERROR,
        Words(
            "样式“{style}”的样式表要取外部文件：{address}",
            "图片请用 data: 形式写进 print.css；字体请用 --system-fonts。",
            "排版时不读网络、不读本机文件：否则同一份数据包在不同机器上会得到不同的报告，样式也能带出不该带的内容。",
        ),
        Words(
            "the style sheet of “{style}” asks for something outside: {address}",
            "Put pictures into print.css as data: addresses; for fonts use --system-fonts.",
            "Layout reads neither the network nor files: a report must not depend on the machine, nor may a style "
            "carry out what it should not.",
        ),
    ),
    Code(
        "style-sheet",
        Severity.WARNING,
        Words(
            "样式“{style}”的样式表有排版引擎不认的写法：{complaint}",
            "请在 print.css 里改掉或删去这一条。",
            "不认的 CSS 会被忽略，版面可能与设想不同。",
        ),
        Words(
            "the style sheet of “{style}” has something the layout engine does not know: {complaint}",
            "Change or remove it in print.css.",
            "Unknown CSS is ignored, so the page may differ from what was meant.",
        ),
    ),
    Code(
        "layout-failed",
        Severity.ERROR,
        Words(
            "样式“{style}”的样式表使排版停了下来：{cause}",
            "请检查 print.css 里过大的数值（字号、字距、缩放）和套得太深的写法；Word 不受影响，只要 Word 时写 --to docx。",
            "排版引擎按样式表逐页排版；尺寸大到 PDF 无法表示、括号或 @media 层层相套时，它排不下去，因此没有写出 PDF。",
        ),
        Words(
            "the style sheet of “{style}” brought the layout to a stop: {cause}",
            "Look in print.css for sizes that are far too large (type, spacing, scale) and for rules nested too deep. "
            "Word files are not affected: --to docx.",
            "Pages are laid out as the style sheet says. With sizes that no PDF can hold, or brackets and @media nested "
            "without end, the layout engine cannot go on, so no PDF was written.",
        ),
    ),
)
"""Findings of the PDF's layout."""
