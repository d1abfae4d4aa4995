"""Builds the fonts shipped with opsreport: 宋 and 黑, regular and bold, each in a main face and an Ext face.

Needs npm, a network and `pip install chws-tool==1.4.5 fonttools==4.68.0`; with these versions the bytes
written to src/opsreport/writers/pdf/fonts are the same every time.

The main face holds all that a report usually needs, so it stays small: WeasyPrint reads it whole for every
PDF. The rest of GBK stands in the Ext face under a family name of its own, for WeasyPrint embeds one file per
family, weight and style.
"""

import argparse
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chws_tool import add_chws
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FONTS = HERE.parent / "src/opsreport/writers/pdf/fonts"

SERIF, SANS = "@expo-google-fonts/noto-serif-sc@0.4.3", "@expo-google-fonts/noto-sans-sc@0.4.3"

# Pango draws horizontal text only, so the features and tables of vertical writing stay out.
FEATURES = ["chws", "halt", "palt", "kern", "locl", "liga", "ccmp", "mark"]
UNUSED_TABLES = ["BASE", "STAT", "gasp", "prep", "vhea", "vmtx"]

SYMBOL_BLOCKS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x024F),
    (0x02B0, 0x0304),  # ˇ ˉ and tone marks
    (0x0370, 0x045F),  # Greek, Cyrillic: fontconfig takes a face without them for not Chinese
    (0x2000, 0x27BF),  # punctuation, currency, letterlike, arrows, mathematics, enclosed, box, geometric
    (0x2900, 0x2BFF),
    (0x2E3A, 0x2E3B),  # ⸺ ⸻
    (0x2FF0, 0x31BF),  # CJK punctuation, kana, 注音
    (0x3200, 0x33FF),  # ㈠ ㊣ ㎡ ㎏
    (0xF900, 0xFA6D),  # the compatibility hanzi, of which GBK has 21
    (0xFB00, 0xFB04),
    (0xFE10, 0xFE6B),
    (0xFF01, 0xFFEE),
)  # fmt: skip
BASIC_HANZI = range(0x4E00, 0xA000)

# Code pages Latin 1 and simplified Chinese; any other makes fontconfig offer the face for other languages.
CODE_PAGES = 1 << 0 | 1 << 18


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one family, and where its outlines come from."""

    family: str
    weight: str
    package: str
    file: str


FACES = (
    Face("Ops Song", "Regular", SERIF, "400Regular/NotoSerifSC_400Regular.ttf"),
    Face("Ops Song", "Bold", SERIF, "700Bold/NotoSerifSC_700Bold.ttf"),
    Face("Ops Hei", "Regular", SANS, "400Regular/NotoSansSC_400Regular.ttf"),
    Face("Ops Hei", "Bold", SANS, "700Bold/NotoSansSC_700Bold.ttf"),
)


def main() -> None:
    """Build all faces, the list of their characters and the licence."""
    parser = argparse.ArgumentParser(description="Build the fonts shipped with opsreport.")
    parser.add_argument("--packages", type=Path, help="a folder that holds the npm tarballs already")
    packages: Path | None = parser.parse_args().packages
    FONTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        sources = {name: unpack(name, packages, Path(scratch)) for name in (SERIF, SANS)}
        shared = set.intersection(*(characters_of(sources[face.package] / face.file) for face in FACES))
        usual = shared & set(usual_characters())
        rest = shared & set(BASIC_HANZI) - usual
        for face in FACES:
            source = with_contextual_spacing(sources[face.package] / face.file)
            write_face(source, face, usual, "")
            write_face(source, face, rest, " Ext")
        (FONTS / "OFL.txt").write_text(licence(sources), encoding="utf-8")
    (FONTS / "coverage.txt").write_text("".join(ranges(usual | rest)), encoding="ascii")


def unpack(name: str, packages: Path | None, scratch: Path) -> Path:
    """The folder of an npm package, fetched unless its tarball is at hand."""
    tarball = f"{name.removeprefix('@').replace('/', '-').replace('@', '-')}.tgz"
    if packages is None:
        subprocess.run(["npm", "pack", "--silent", name], cwd=scratch, check=True)
    folder = scratch / tarball.removesuffix(".tgz")
    with tarfile.open((packages or scratch) / tarball) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def characters_of(path: Path) -> set[int]:
    """The code points a font has glyphs for."""
    return set(TTFont(path, lazy=True).getBestCmap())


def usual_characters() -> Iterator[int]:
    """The code points of the main face: symbols, 《通用规范汉字表》, and what GB/T 2312 has besides.

    fontconfig takes a face for simplified Chinese only if it holds all of GB/T 2312, its Cyrillic included.
    """
    for first, last in SYMBOL_BLOCKS:
        yield from range(first, last + 1)
    for line in (HERE / "general_standard_hanzi.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from map(ord, line)
    yield from map(ord, gb2312())


def gb2312() -> Iterator[str]:
    """Every character of GB/T 2312, the symbols and the other alphabets included."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def with_contextual_spacing(path: Path) -> Path:
    """The font with the feature that closes up ，” and 》、《; Noto Sans SC comes without it."""
    features = {record.FeatureTag for record in TTFont(path)["GPOS"].table.FeatureList.FeatureRecord}
    if "chws" in features:
        return path
    output: Path = add_chws(path, path.with_name(f"chws-{path.name}"))
    return output


def write_face(source: Path, face: Face, codes: set[int], suffix: str) -> None:
    """Cut one face out of a font and write it under its own name."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        drop_tables=UNUSED_TABLES,
        name_IDs=[0, 13, 14],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    rename(font, face.family + suffix, face.weight)
    font["head"].modified = font["head"].created
    font["OS/2"].ulCodePageRange1, font["OS/2"].ulCodePageRange2 = CODE_PAGES, 0
    font.save(FONTS / f"{(face.family + suffix).replace(' ', '')}-{face.weight}.ttf")


def rename(font: TTFont, family: str, weight: str) -> None:
    """Give the face its own names: nothing installed on a machine may stand in for it."""
    full = f"{family} {weight}"
    names = {1: family, 2: weight, 3: f"opsreport:{full}", 4: full, 5: "Version 1.000"}
    for number, text in {**names, 6: f"{family.replace(' ', '')}-{weight}"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def ranges(codes: set[int]) -> Iterator[str]:
    """Code points as lines `4E00-9FEF`, in order."""
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    for first, last in zip(starts, ends, strict=True):
        yield f"{first:04X}-{last:04X}\n"


def licence(sources: dict[str, Path]) -> str:
    """The fonts' licence under the copyright lines found in them."""
    notices = {TTFont(sources[face.package] / face.file)["name"].getDebugName(0) for face in FACES}
    serif, text = ((sources[name] / "LICENSE_FONT").read_text(encoding="utf-8") for name in (SERIF, SANS))
    notices.add(serif.splitlines()[0])
    origin = "Ops Song and Ops Hei are Noto Serif SC and Noto Sans SC, cut and renamed for opsreport."
    return "\n".join([*sorted(notices), "", origin, "", text[text.index("This Font Software") :]])


if __name__ == "__main__":
    main()
