"""`opsreport build`: one report from one bundle."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from opsreport.cli.destination import Destination, destination_of, parse_date, refuse_skeleton
from opsreport.cli.exit import exit_code
from opsreport.cli.options import (
    DebugOption,
    LanguageOption,
    MessagesOption,
    StrictOption,
    StyleOption,
    one_of,
)

if TYPE_CHECKING:
    from opsreport.build import BuildRequest, BuildResult
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics
    from opsreport.files.provenance import Provenance

BundleArgument = Annotated[str, typer.Argument(metavar="数据包", help="YAML 文件、CSV 文件夹或 Excel 工作簿")]
ReferenceOption = Annotated[
    str | None,
    typer.Option("--reference", metavar="文件", help="Word 的外观取自这个 .docx：样式、页面、页眉页脚、标志"),
]
FormatsOption = Annotated[
    str | None, typer.Option("--to", metavar="格式,…", help="docx、pdf、html，逗号分开；不写为 docx")
]
OutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="路径", help="写到哪里：文件，或文件夹；不写为当前文件夹"),
]
ForceOption = Annotated[bool, typer.Option("--force", help="替换有人改过的报告，原文件留作 .bak")]
DraftOption = Annotated[bool, typer.Option("--draft", help="有问题也先出一份带“草稿”水印的")]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="日期", help="报告日期，如 2025-10-15；不写则按数据包")
]
SystemFontsOption = Annotated[bool, typer.Option("--system-fonts", help="PDF 也用这台机器上安装的字体")]
SkeletonOption = Annotated[
    str | None,
    typer.Option(
        "--skeleton",
        metavar="文件",
        help="把报告放进这个 .docx 里标记为 slot:正文 等的内容控件：红头、印章、封面",
    ),
]
ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="final|edit|review",
        callback=one_of("final", "edit", "review"),
        help="Word 稿给谁用：定稿、修改稿（文字可改回数据包）、核对稿（数字处有批注）",
        show_default=False,
    ),
]
ExactTocOption = Annotated[
    bool, typer.Option("--exact-toc", help="Word 目录的页码用 LibreOffice 排一遍核定（要装有 LibreOffice）")
]
StopAfterOption = Annotated[
    str | None,
    typer.Option(
        "--stop-after",
        metavar="context|markup|tree",
        callback=one_of("context", "markup", "tree"),
        help="只做到这一步，给样式作者看中间结果",
    ),
]


def build(
    bundle: BundleArgument,
    style: StyleOption = None,
    reference: ReferenceOption = None,
    skeleton: SkeletonOption = None,
    to: FormatsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    draft: DraftOption = False,
    strict: StrictOption = False,
    date: DateOption = None,
    system_fonts: SystemFontsOption = False,
    stop_after: StopAfterOption = None,
    profile: ProfileOption = "final",
    exact_toc: ExactTocOption = False,
    lang: LanguageOption = "zh",
    messages: MessagesOption = "full",
    debug: DebugOption = False,
) -> None:
    """由数据包生成报告，写出文件的路径。"""
    destination = destination_of(bundle, to, output, intermediate=stop_after, profile=profile)
    refuse_skeleton(skeleton, reference, destination)
    day = parse_date(date)

    from opsreport.cli.progress import Progress
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics, Origin
    from opsreport.writers.pdf import layout_for

    found = Diagnostics(strict=strict)
    paged = () if stop_after else destination.formats
    with Progress(lang) as progress, layout_for(paged, system_fonts=system_fonts) as layout:
        # Loaded only now, while the layout loads in its own process.
        from opsreport.build import BuildRequest
        from opsreport.build import build as build_report

        request = BuildRequest(
            bundle=bundle,
            style=style,
            reference=reference,
            skeleton=skeleton,
            formats=destination.formats,
            draft=draft,
            date=day,
            system_fonts=system_fonts,
            stop_after=stop_after,
            profile=profile,
            exact_toc=exact_toc,
            progress=progress,
        )
        result = build_report(request, found, layout)
    _deliver(request, result, destination, found, Terminal(messages, lang), force=force)
    raise typer.Exit(exit_code(found.errors(*([Origin.READING, Origin.MACHINE] if draft else []))))


def _deliver(
    request: "BuildRequest",
    result: "BuildResult",
    destination: Destination,
    found: "Diagnostics",
    terminal: "Terminal",
    *,
    force: bool,
) -> None:
    """Write what was built, say what was found, and show where the reports are."""
    from opsreport.files.outputs import Written, write_outputs

    if result.intermediate is not None and not destination.name:
        terminal.tell(found, result.sources)
        terminal.show(result.intermediate.rstrip("\n"))
        return
    contents = _contents(result, destination)
    written: tuple[Written, ...] = ()
    if contents:
        source = _provenance(request, result.style_name)
        written = write_outputs(destination.folder, contents, found, source=source, force=force)
    terminal.tell(found, result.sources, written=len(written))
    for report in written:
        terminal.show(report.path)


def _contents(result: "BuildResult", destination: Destination) -> dict[str, bytes]:
    """The files to be written, by name."""
    if result.intermediate is not None:
        return {destination.name: result.intermediate.encode()}
    return {
        destination.file_name(result.style_name, output_format): content
        for output_format, content in result.outputs.items()
    }


def _provenance(request: "BuildRequest", style: str) -> "Provenance":
    """What the report is made from; a style that the bundle names lies beside the bundle."""
    from opsreport.files import packaged_templates
    from opsreport.files.provenance import Provenance

    templates = packaged_templates()
    if templates is None or style not in os.listdir(templates):
        beside = request.bundle if os.path.isdir(request.bundle) else os.path.dirname(request.bundle)
        style = os.path.join("" if request.style else beside, style, "")
    return Provenance(request.bundle, style, request.draft)
