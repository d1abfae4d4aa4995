"""Why a Word file of the user's own cannot be used, and what to do about it."""

REFUSED_ZH = {
    "empty": "这是一个空文件；请重新另存为 .docx。",
    "not-word": "这不是 Word 文件；请在 Word 里另存为“Word 文档（*.docx）”。",
    "old-word": "这是 2007 年以前的 .doc；请在 Word 里打开，另存为“Word 文档（*.docx）”。",
    "password": "文件设了密码；请在 Word 的“文件 → 信息 → 保护文档”里取消加密后再保存。",
    "another-kind": "这不是 Word 文档，而是另一种文件（表格、演示文稿等）；请换成 .docx。",
    "content-type": "“{thing}”与它标明的类型不符，文件可能被改过；请在 Word 里打开，另存为新的 .docx。",
    "strict": "这是“严格 Open XML 文档”；请另存为普通的“Word 文档（*.docx）”。",
    "macros": "里面有宏；请另存为不含宏的“Word 文档（*.docx）”。",
    "attached-template": "它附有模板“{thing}”，打开报告时会去读取；请在 Word 的“开发工具 → 文档模板”里改为 Normal。",
    "outside": "它链接到外部的“{thing}”；请断开链接，图片改为插入到文件里。网址请写 http://、https:// 或 mailto:。",
    "embedded": "里面嵌有对象（{thing}）；请删去嵌入的文件、控件和媒体。",
    "field": "里面有不能用的域“{thing}”；请删去，或按 Ctrl+Shift+F9 转为文字。",
    "doctype": "“{thing}”里有文档类型声明（DOCTYPE），Word 不会这样保存；请在 Word 里另存为新的 .docx。",
    "picture": "图片“{thing}”不是 PNG、JPEG、GIF、BMP、TIFF、EMF 或 WMF；请换成 PNG 再插入。",
    "too-large": "解压后太大（最多 50 MB、2000 个部件、每个部件 100 万个元素、套 200 层）；请删去其中的图片与附件。",
    "damaged": "文件已损坏或不完整；请在 Word 里打开修复，另存为新的 .docx。",
}

REFUSED_EN = {
    "empty": "The file is empty; save it again as .docx.",
    "not-word": "It is no Word file; in Word save it as “Word Document (*.docx)”.",
    "old-word": "It is a .doc from before 2007; open it in Word and save it as “Word Document (*.docx)”.",
    "password": "It has a password; remove that under File → Info → Protect Document and save it again.",
    "another-kind": "It is a file of another kind (a workbook, slides); give a .docx.",
    "content-type": "“{thing}” is not of the type that it is said to be; open the file in Word and save it as a new .docx.",
    "strict": "It is a “Strict Open XML Document”; save it as a plain “Word Document (*.docx)”.",
    "macros": "It holds macros; save it as a “Word Document (*.docx)”, which holds none.",
    "attached-template": "The template “{thing}” is attached, and opening a report would fetch it; attach Normal instead under "
    "Developer → Document Template.",
    "outside": "It leads outside, to “{thing}”; break the link, and insert pictures into the file. Addresses start with "
    "http://, https:// or mailto:.",
    "embedded": "It holds embedded objects ({thing}); remove embedded files, controls and media.",
    "field": "It has a field that is not allowed, “{thing}”; remove it, or turn it into text with Ctrl+Shift+F9.",
    "doctype": "“{thing}” has a document type (DOCTYPE), which Word never writes; save it in Word as a new .docx.",
    "picture": "The picture “{thing}” is no PNG, JPEG, GIF, BMP, TIFF, EMF or WMF; insert it as a PNG.",
    "too-large": "It unpacks to too much (50 MB, 2000 parts, a million elements a part, 200 levels at most); take out its "
    "pictures and attachments.",
    "damaged": "It is damaged or not complete; open it in Word to repair it and save it as a new .docx.",
}
