"""The words of findings at the edge: files that cannot be read or written, and what this machine lacks."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

_UNREADABLE_ZH = {
    "folder": "“{file}”是文件夹，请写出里面要读的那个文件。",
    "permission": "没有读取它的权限；请让文件的主人放开，或运行 chmod u+r 后再试。",
    "special": "它不是普通文件，请先存成文件。",
}
_UNREADABLE_EN = {
    "folder": "“{file}” is a folder; name the file inside it that is to be read.",
    "permission": "You may not read it; ask its owner, or try again after chmod u+r.",
    "special": "It is not a regular file; save it as one first.",
}

_UNWRITABLE_ZH = {
    "full": "磁盘或配额已满；请腾出空间，或用 -o 换一个位置。",
    "permission": "没有写它的权限（文件是只读的，或文件夹不让写）；请放开权限，或用 -o 换一个位置。",
    "folder": "这个名字已经是一个文件夹；请用 -o 写出文件名，如 -o {file}/报告{suffix}。",
    "not-a-folder": "路径里有一段是文件而不是文件夹；请用 -o 换一个位置。",
    "long-name": "文件名太长（最多 255 字节，约 80 个汉字）；请用 -o 换一个短的名字。",
    "bad-name": "文件名里有看不见的控制字符；请用 -o 换一个名字。",
    "special": "它不是普通文件，不能当作报告来写；请用 -o 换一个名字。",
    "busy": "另一个 opsreport 正在写这个文件夹；请稍后再试。",
    "bundle": "系统的说明：{cause}。请放开这个文件的权限，再运行一次；没有改动任何文件。",
    "linked": "这个文件另有别的名字（硬链接），写过以后两处会不一样；请先复制成单独的一份，再运行一次；没有改动任何文件。",
    "record": "opsreport 要用这个名字记录写出的报告，现在被别的东西占着；请给它改名或移走，再运行一次。",
    "new": "系统的说明：{cause}。请换一个可以写的文件夹，或换一个名字。",
    "new-full": "磁盘或配额已满；请腾出空间，或换一个文件夹。",
    "new-permission": "没有在这个文件夹里写的权限（或它是只读的）；请放开权限，或换一个文件夹。",
    "new-not-a-folder": "路径里有一段是文件而不是文件夹；请换一个位置。",
    "new-long-name": "文件名太长（最多 255 字节，约 80 个汉字）；请换一个短的名字。",
    "new-bad-name": "文件名里有看不见的控制字符；请换一个名字。",
}
_UNWRITABLE_EN = {
    "full": "The disk or quota is full; make room, or give another place with -o.",
    "permission": "You may not write it: the file or its folder is read-only; change that, or use -o.",
    "folder": "That name is a folder already; give a file with -o, as in -o {file}/report{suffix}.",
    "not-a-folder": "Part of the path is a file, not a folder; give another place with -o.",
    "long-name": "The file name is too long (255 bytes at most); give a shorter one with -o.",
    "bad-name": "The file name holds unseen control characters; give another one with -o.",
    "special": "It is not a regular file and cannot hold a report; give another name with -o.",
    "busy": "Another opsreport is writing to this folder; try again in a moment.",
    "bundle": "The system says: {cause}. Allow the file to be written and run it again; nothing was changed.",
    "linked": "The file has another name too (a hard link), which would keep the old words. Make a copy of its own and run it again; nothing was changed.",
    "record": "opsreport keeps its record under that name, which something else has; rename or move it.",
    "new": "The system says: {cause}. Give a folder that can be written to, or another name.",
    "new-full": "The disk or quota is full; make room, or give another folder.",
    "new-permission": "You may not write into this folder, or it is read-only; change that, or give another one.",
    "new-not-a-folder": "Part of the path is a file, not a folder; give another place.",
    "new-long-name": "The file name is too long (255 bytes at most); give a shorter one.",
    "new-bad-name": "The file name holds unseen control characters; give another one.",
}

_READING = (
    Code(
        "missing-file",
        Severity.ERROR,
        Words(
            "找不到文件“{file}”",
            "请检查文件名和所在的文件夹；当前文件夹是 {folder}。",
            "命令里写的路径从当前文件夹算起。文件名要写全，包括 .yaml 这样的后缀。",
            {"near": "是不是想写 {near}？"},
        ),
        Words(
            "there is no file “{file}”",
            "Check the name and the folder; the current folder is {folder}.",
            "Paths in a command start from the current folder. Give the whole name, suffix included.",
            {"near": "Did you mean {near}?"},
        ),
    ),
    Code(
        "unreadable-file",
        Severity.ERROR,
        Words(
            "读不了“{file}”",
            "系统的说明：{cause}。",
            "文件在，但系统不让读，或者它不是一个可以读的文件。",
            _UNREADABLE_ZH,
        ),
        Words(
            "“{file}” cannot be read",
            "The system says: {cause}.",
            "The file is there, but the system does not allow reading it, or it is not a file to be read.",
            _UNREADABLE_EN,
        ),
    ),
    Code(
        "oversized-style",
        Severity.ERROR,
        Words(
            "样式文件夹“{file}”里的东西太多",
            "请检查 --style 写的是不是样式文件夹；样式里只放模板、样式表和 reference.docx，合计不超过 {limit} MB。",
            "一个样式只有几个小文件。东西很多时，多半是把别的文件夹当成了样式，所以不再读下去。",
        ),
        Words(
            "there is too much in the style folder “{file}”",
            "Check that --style names a style's folder: templates, style sheet, reference.docx, {limit} MB at most.",
            "A style is a few small files. Where there is much more, another folder was most likely meant.",
        ),
    ),
    Code(
        "outside-link",
        Severity.ERROR,
        Words(
            "样式里的“{file}”是指向样式文件夹外面的链接",
            "请把它指向的文件复制到样式文件夹里。",
            "样式可能来自别人。只读样式文件夹里面的文件，别处的文件就不会被印进报告。",
        ),
        Words(
            "“{file}” of the style is a link to something outside the style's folder",
            "Copy the file it points to into the style's folder.",
            "A style may come from somebody else. Only files inside its folder are read, so that no other "
            "file can get into a report.",
        ),
    ),
)

_WRITING = (
    Code(
        "unwritable-output",
        Severity.ERROR,
        Words(
            "写不了“{file}”",
            "系统的说明：{cause}。",
            "报告先整份写到临时文件，再换上正式的名字。中途出错时，原来的文件保持原样，不会留下半份报告。",
            _UNWRITABLE_ZH,
        ),
        Words(
            "“{file}” cannot be written",
            "The system says: {cause}.",
            "A report is first written whole to a temporary file and then takes its name. If anything fails "
            "on the way, the file that was there stays as it was.",
            _UNWRITABLE_EN,
        ),
    ),
    Code(
        "edited-output",
        Severity.ERROR,
        Words(
            "“{file}”不是 opsreport 上次写出的样子，没有覆盖；新报告在“{new}”",
            "核对后自行取舍；要用新报告替换，请加 --force（原文件会留作 .bak）。",
            "文件夹里的 .opsreport/manifest.json 记着每份报告写出时的样子。"
            "现有文件与记录不同，或没有记录，就是有人改过或放在那里的，不会覆盖。",
        ),
        Words(
            "“{file}” is not as opsreport last wrote it, so it was kept; the new report is “{new}”",
            "Compare the two; --force replaces the old one and keeps it as a .bak file.",
            ".opsreport/manifest.json in the folder remembers each report as it was written. A file that "
            "differs, or that is not recorded, is somebody's work and is not overwritten.",
        ),
    ),
    Code(
        "existing-file",
        Severity.ERROR,
        Words(
            "“{file}”已经有了，没有改动",
            "请换一个名字，如 {other}；要重新开始，请先把它移走或改名。",
            "opsreport init 只新建文件，从不覆盖，填了一半的数据包不会因为再运行一次而丢失。"
            "opsreport schema -o 只替换它自己写出的文件。",
            {
                "folder": "这个文件夹里已有别的文件。请换一个文件夹；要在里面新建数据包，请写全文件名，如 {other}。",
                "schema": "它不是 opsreport schema 写出的文件；请用 -o 换一个名字。",
            },
        ),
        Words(
            "“{file}” is there already and was left as it is",
            "Give another name, such as {other}; to start over, move or rename the old one first.",
            "opsreport init only makes new files and never replaces one, so that no half-filled bundle is lost by "
            "running it again. opsreport schema -o only replaces a file of its own.",
            {
                "folder": "The folder holds other files. Give another folder, or the whole name of a file in it: {other}.",
                "schema": "It was not written by opsreport schema; give another name with -o.",
            },
        ),
    ),
    Code(
        "other-report",
        Severity.ERROR,
        Words(
            "“{file}”是由 {bundle} 按样式 {style} 生成的，没有覆盖；新报告在“{new}”",
            "请用 -o 写到另一个文件夹或另一个文件名；要用新报告替换，请加 --force（原文件会留作 .bak）。",
            "两个同名的数据包（如 jan/report.yaml 和 feb/report.yaml）默认写出同名的报告。"
            "只要原来的数据包和样式还在，它的报告就不会被另一份替换；数据包改了名或删去后，不再算作另一份。",
        ),
        Words(
            "“{file}” was made from {bundle} in the style {style}, so it was kept; the new report is “{new}”",
            "Give another folder or file name with -o; --force replaces the old one and keeps it as a .bak file.",
            "Two bundles of one name (jan/report.yaml, feb/report.yaml) make reports of one name unless told "
            "otherwise. While the bundle and the style of a report are there, no other report takes its place; "
            "once its bundle is renamed or gone, any report may.",
        ),
    ),
    Code(
        "draft-over-final",
        Severity.ERROR,
        Words(
            "“{file}”是已经生成的正式报告，没有用草稿覆盖；草稿在“{new}”",
            "请核对草稿后去掉 --draft 再生成；要用草稿替换正式报告，请加 --force（原文件会留作 .bak）。",
            "草稿与正式报告同名。正式报告会替换草稿，草稿不会替换正式报告，免得发出去的是带“草稿”水印的一份。",
        ),
        Words(
            "“{file}” is a finished report, so no draft replaced it; the draft is “{new}”",
            "Build without --draft once the draft is right; --force replaces the report and keeps it as a .bak file.",
            "A draft has the name of the report. A report replaces its draft; a draft never replaces a report, "
            "lest the one with the watermark be sent.",
        ),
    ),
    Code(
        "open-output",
        Severity.ERROR,
        Words(
            "“{file}”正在 Word 或 WPS 里打开，没有覆盖；新报告在“{new}”",
            "请关闭这份文件后再运行；如果没有打开，请删去同一文件夹里的“{lock}”。",
            "文件打开时，替换它会让编辑中的内容与磁盘上的不一致。"
            "办公软件会在旁边留下 ~$ 或 .~lock. 开头的文件，关闭时删去。",
            {"refused": "请在 Word 或 WPS 里关闭这份文件后再运行。"},
        ),
        Words(
            "“{file}” is open in Word or WPS, so it was kept; the new report is “{new}”",
            "Close it and run again; if it is not open, delete “{lock}” in the same folder.",
            "Replacing a file while it is open sets what is being edited against what is on disk. Office "
            "programs leave a file that starts with ~$ or .~lock. beside it until they close it.",
            {"refused": "Close it in Word or WPS and run again."},
        ),
    ),
    Code(
        "kept-backup",
        Severity.INFO,
        Words(
            "原来的“{file}”已留作“{backup}”",
            "",
            "用 --force 替换有人改过的文件时，改过的那份总会留下，已有的备份也不会被覆盖。",
        ),
        Words(
            "the old “{file}” was kept as “{backup}”",
            "",
            "When --force replaces a file that somebody edited, the edited one is always kept, and no "
            "earlier backup is overwritten.",
        ),
    ),
    Code(
        "unconfirmed-output",
        Severity.ERROR,
        Words(
            "“{file}”已写出，但磁盘没有确认存好：{cause}",
            "请打开核对；磁盘恢复正常后再运行一次。",
            "文件已经换上正式的名字，只是系统没有保证断电后仍在。",
        ),
        Words(
            "“{file}” was written, but the disk did not confirm it: {cause}",
            "Open it and check; run again once the disk is well.",
            "The file has its name already; the system only does not promise that it survives a power cut.",
        ),
    ),
    Code(
        "unreadable-record",
        Severity.WARNING,
        Words(
            "读不懂“{file}”，已有的报告都当作有人改过",
            "可以删去它；下次生成时会重新记录。",
            "这个文件记着 opsreport 写出的每份报告。读不懂时宁可多留一份，也不覆盖别人的修改。",
        ),
        Words(
            "“{file}” makes no sense, so every report there counts as edited",
            "You may delete it; the next build makes a new one.",
            "The file remembers each report that opsreport wrote. Without it, a report is rather kept once "
            "too often than overwritten with somebody's edits in it.",
        ),
    ),
)

_MACHINE = (
    Code(
        "missing-pango",
        Severity.ERROR,
        Words(
            "这台机器缺少排 PDF 用的程序库 Pango，没有写出 PDF",
            "Debian、Ubuntu：sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
            "其他系统请运行 opsreport doctor。只要 Word 时写 --to docx。",
            "PDF 由 WeasyPrint 排版，它用系统里的 Pango 和 HarfBuzz 排文字。DOCX 和 HTML 不需要它们。",
            {
                "weasyprint": "Pango 由 WeasyPrint 调用，它没有安装：请运行 pip install weasyprint。",
                "harfbuzz-subset": "缺的是其中的 HarfBuzz-Subset。Debian、Ubuntu：sudo apt install "
                "libharfbuzz-subset0；其他系统请运行 opsreport doctor。",
            },
        ),
        Words(
            "this machine lacks Pango, which sets the PDF; no PDF was written",
            "Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on other "
            "systems run opsreport doctor. Without PDF: --to docx.",
            "WeasyPrint makes the PDF and sets text with the system's Pango and HarfBuzz. DOCX and HTML do "
            "without.",
            {
                "weasyprint": "WeasyPrint, which calls Pango, is not installed: run pip install weasyprint.",
                "harfbuzz-subset": "What is missing is HarfBuzz-Subset. Debian, Ubuntu: sudo apt install "
                "libharfbuzz-subset0; on other systems run opsreport doctor.",
            },
        ),
    ),
    Code(
        "contents-without-pages",
        Severity.WARNING,
        Words(
            "Word 文件的目录没有页码：这台机器排不出 PDF，而页码取自 PDF 的排版",
            "请运行 opsreport doctor 看缺什么；或在 Word 里右击目录，选“更新域”，页码就会填上。",
            "目录的页码在生成时就写好，打开文件时不必更新；它们取自同一份报告的 PDF 排版。"
            "没有 Pango，或样式表排不成页时，目录只列标题。",
        ),
        Words(
            "the contents of the Word file have no page numbers: this machine cannot lay out the PDF that they "
            "come from",
            "run opsreport doctor to see what is missing, or right-click the contents in Word and choose Update "
            "Field.",
            "Page numbers are written when the report is made, so that nothing needs updating on opening; they "
            "come from the layout of the same report as PDF. Without Pango, or with a style sheet that cannot be "
            "set in pages, the contents list the headings only.",
        ),
    ),
    Code(
        "contents-not-exact",
        Severity.WARNING,
        Words(
            "目录的页码没有用 LibreOffice 核定，仍取自 PDF 的排版",
            "这台机器没有找到 LibreOffice（命令 soffice）：请安装它，或去掉 --exact-toc。",
            "--exact-toc 用 LibreOffice 把 Word 文件排一遍，再把各标题的页码填进目录；不用它时，页码取自 PDF 的排版，"
            "与 Word 的排版大多相同，偶有一页之差。在 Word 里右击目录选“更新域”，总能得到准确的页码。",
            {
                "failed": "LibreOffice 没有排成（{cause}）：请单独打开一次 LibreOffice 看看能否运行，或去掉 --exact-toc。"
            },
        ),
        Words(
            "the pages in the contents were not checked with LibreOffice; they are those of the PDF's layout",
            "LibreOffice (the command soffice) was not found here: install it, or leave out --exact-toc.",
            "--exact-toc lets LibreOffice set the Word file in pages and fills in what pages the headings stand on. "
            "Otherwise the pages are those of the PDF's layout, mostly the same as Word's and now and then one off. "
            "Update Field on the contents in Word gives the exact pages in any case.",
            {
                "failed": "LibreOffice did not set it in pages ({cause}): see whether it opens by itself, or leave out --exact-toc."
            },
        ),
    ),
    Code(
        "unfinished-layout",
        Severity.ERROR,
        Words(
            "按样式“{style}”的样式表排版没有排完（{cause}），没有写出 PDF",
            "请再运行一次；还是这样时，检查 print.css，或只要其他格式，如 --to docx。",
            "PDF 在另一个进程里排版，内存最多 3 GB，时间按篇幅给足（至少一分钟，是最慢的报告所需的十倍）。"
            "用尽了，或进程被系统结束，都只少这份 PDF，其他格式照样写出；Word 的目录这时没有页码。",
            {
                "time": "样式表太重，或排版的进程停住了。请检查 print.css 里过大、过小的数值，删去逐层翻倍的写法；"
                "数据包很大时分成几份。只要其他格式时写 --to docx。",
                "memory": "多半是内存不够：样式表太重，或这台机器的内存紧张。请检查 print.css 里过大、过小的数值，删去逐层翻倍的写法；"
                "数据包很大时分成几份。只要其他格式时写 --to docx。",
            },
        ),
        Words(
            "the layout after the style sheet of “{style}” did not come to its end ({cause}); no PDF was written",
            "Run it again; if it stays so, look into print.css, or ask for other formats, as --to docx.",
            "A PDF is laid out in a process of its own, with up to 3 GB of memory and ample time for its length (a "
            "minute at least, ten times what the slowest report takes). Where these are used up, or the system ends "
            "the process, only the PDF is missing; the contents of a Word file then have no page numbers.",
            {
                "time": "The style sheet is too heavy, or the layout was held up. Look in print.css for sizes far too "
                "large or too small and for what doubles again and again; split a very large bundle. Without PDF: "
                "--to docx.",
                "memory": "Most likely memory ran out: the style sheet is too heavy, or this machine is short of it. Look "
                "in print.css for sizes far too large or too small and for what doubles again and again; split a very "
                "large bundle. Without PDF: --to docx.",
            },
        ),
    ),
    Code(
        "missing-templates",
        Severity.ERROR,
        Words(
            "安装不完整：找不到内置样式",
            "请重新安装：pip install --force-reinstall opsreport。",
            "内置样式随程序一起安装，在程序文件夹的 templates 里。",
        ),
        Words(
            "the installation is incomplete: there are no built-in styles",
            "Install again: pip install --force-reinstall opsreport.",
            "The built-in styles are installed with the program, in its folder templates.",
        ),
    ),
    Code(
        "out-of-memory",
        Severity.ERROR,
        Words(
            "内存不够，没有写出报告；多半是样式或数据过大",
            "请检查样式里有没有无止境的循环，再把数据包分成几份；用 --debug 可以看到停在哪里。",
            "生成一份报告最多用 4 GB 内存，几百页的报告也只用其中一小部分。到了上限就停下，不拖累整台机器。",
        ),
        Words(
            "there is not enough memory, so no report was written; most likely the style or the data is too large",
            "Look for an endless loop in the style, or split the bundle; --debug shows where it stopped.",
            "A report may take up to 4 GB of memory, of which hundreds of pages need a small part. At the limit "
            "the build stops, rather than take the whole machine along.",
        ),
    ),
    Code(
        "bad-command",
        Severity.ERROR,
        Words(
            "命令写错了：{problem}",
            "用 {command} --help 查看说明。",
            "命令、选项或它们的值写错了，什么也没有做。程序用 --messages json 时，这一句也是一个 JSON 对象。",
        ),
        Words(
            "the command line is wrong: {problem}",
            "{command} --help shows what can be written.",
            "A command, an option or its value is wrong, and nothing was done. Under --messages json this too "
            "is a JSON object.",
        ),
    ),
    Code(
        "internal-error",
        Severity.ERROR,
        Words(
            "opsreport 自己出了错：{problem}。这不是数据的问题，细节记在“{report}”里",
            "请把这个文件发给维护人员；加 --debug 可以直接看到细节。",
            "程序遇到了没有料到的情况，没有写出半份报告。记录里有出错的位置，可能含有数据的片段。",
        ),
        Words(
            "opsreport itself failed: {problem}. Your data is not at fault; “{report}” has the particulars",
            "Send that file to those who maintain the program; --debug shows it at once.",
            "Something happened that the program did not foresee; no half report was written. The report "
            "tells where, and may hold pieces of the data.",
        ),
    ),
    Code(
        "interrupted",
        Severity.INFO,
        Words("已中断，没有留下写了一半的文件", "", "收到了中断信号（Ctrl-C 或系统要求结束）。"),
        Words("interrupted; no file was left half written", "", "A signal asked the program to stop."),
    ),
)

OUTPUT: tuple[Code, ...] = (*_READING, *_WRITING, *_MACHINE)
