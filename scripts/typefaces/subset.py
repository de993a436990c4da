"""Cuts the fonts of documents down to what they are for. Called by scripts/fonts: SOURCES FOLDER."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Letters, digits and marks of European texts. Spaces and the marks that set directions belong to each font of a script
# besides, so that a run of it needs no second font.
LATIN = "0020-007E 00A0-024F 0250-02AF 02B0-02FF 0300-036F 1E00-1EFF 2000-206F 2070-209F 20A0-20BF 2100-214F 2190-2193 2212 2C60-2C7F A720-A7FF FB00-FB06 FFFD"
GREEK_CYRILLIC = "0370-03FF 1F00-1FFF 0400-052F 1C80-1C8F 2DE0-2DFF A640-A69F"
COMMON = "0020-007E 00A0 200B-200F 2010-2015 2018-201F 2026 25CC"

TRUETYPE = "truetype/noto"
# Name in the tree, source, what it keeps.
FONTS = [
    ("NotoSerif-Regular", f"{TRUETYPE}/NotoSerif-Regular.ttf", f"{LATIN} {GREEK_CYRILLIC}"),
    ("NotoSerif-Bold", f"{TRUETYPE}/NotoSerif-Bold.ttf", f"{LATIN} {GREEK_CYRILLIC}"),
    ("NotoNaskhArabic-Regular", f"{TRUETYPE}/NotoNaskhArabic-Regular.ttf", f"{COMMON} 0600-06FF 0750-077F 08A0-08FF FB50-FDFF FE70-FEFE"),
    ("NotoSerifArmenian-Regular", f"{TRUETYPE}/NotoSerifArmenian-Regular.ttf", f"{COMMON} 0530-058F FB13-FB17"),
    ("NotoSerifBengali-Regular", f"{TRUETYPE}/NotoSerifBengali-Regular.ttf", f"{COMMON} 0964-0965 0980-09FF"),
    ("NotoSerifDevanagari-Regular", f"{TRUETYPE}/NotoSerifDevanagari-Regular.ttf", f"{COMMON} 0900-097F A8E0-A8FF"),
    ("NotoSerifEthiopic-Regular", f"{TRUETYPE}/NotoSerifEthiopic-Regular.ttf", f"{COMMON} 1200-139F 2D80-2DDF AB00-AB2F"),
    ("NotoSerifGeorgian-Regular", f"{TRUETYPE}/NotoSerifGeorgian-Regular.ttf", f"{COMMON} 10A0-10FF 1C90-1CBF 2D00-2D2F"),
    ("NotoSerifHebrew-Regular", f"{TRUETYPE}/NotoSerifHebrew-Regular.ttf", f"{COMMON} 0590-05FF FB1D-FB4F"),
    ("NotoSerifKhmer-Regular", f"{TRUETYPE}/NotoSerifKhmer-Regular.ttf", f"{COMMON} 1780-17FF 19E0-19FF"),
    ("NotoSerifMyanmar-Regular", f"{TRUETYPE}/NotoSerifMyanmar-Regular.ttf", f"{COMMON} 1000-109F A9E0-A9FE AA60-AA7F"),
    ("NotoSerifThai-Regular", f"{TRUETYPE}/NotoSerifThai-Regular.ttf", f"{COMMON} 0E00-0E7F"),
    # Unified ideographs, kana and Hangul for names: the first block of ideographs holds those of every national standard.
    ("NotoSansCJK-Regular", "opentype/noto/NotoSansCJK-Regular.ttc", "0020 3000-30FF 31F0-31FF 4E00-9FFF AC00-D7A3 FF01-FF60"),
]
# The place of the simplified Chinese face in the collection: the numbers of its tables are 0 JP, 1 KR, 2 SC, 3 TC, 4 HK.
CJK_FACE = 2


def codepoints(ranges: str) -> list[int]:
    points: list[int] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.extend(range(int(first, 16), int(last or first, 16) + 1))
    return points


def main(sources: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, source, ranges in FONTS:
        options = subset.Options()
        options.hinting = False
        options.desubroutinize = False
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.notdef_outline = True
        options.drop_tables += ["vhea", "vmtx", "VORG", "DSIG", "MATH", "BASE"]
        # The instant of making would make other bytes each time.
        options.recalc_timestamp = False
        if name == "NotoSansCJK-Regular":
            options.layout_features = ["ccmp", "kern", "liga", "ljmo", "vjmo", "tjmo"]
        font = TTFont(sources / source, fontNumber=CJK_FACE if source.endswith(".ttc") else -1, recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=codepoints(ranges))
        subsetter.subset(font)
        path = folder / (name + (".otf" if "CFF " in font else ".ttf"))
        font.save(path)
        total += path.stat().st_size
        print(f"{path.stat().st_size:>9} {path.name}")
    print(f"{total:>9} in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
