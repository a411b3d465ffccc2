"""Which characters do these bytes stand for?"""

import codecs
import re
from collections import Counter
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS: Final = {
    # What a page calls these is decoded by browsers as the larger set (WHATWG Encoding).
    "ascii": "cp1252", "us-ascii": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8", "koi8-ru": "koi8-u", "windows-874": "cp874",
}  # fmt: skip
_ESCAPED: Final = ("iso-2022", "iso2022", "hz")
"""Encodings that look like ASCII; they are believed where they are declared."""
_NO_CHARSETS: Final = ("unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined")
"""Codecs of Python's that no page is written in."""
_SAMPLE: Final = 65_536
_WIDE_SAMPLE: Final = 4096
_BROKEN_SHARE: Final = 0.3
"""Undecodable bytes to non-ASCII bytes up to which it is UTF-8 with faults, not another set."""

_FOREIGN: Final = bytes(range(128, 256))
_SIGNS: Final = (
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb7\xbb"
)
"""Bytes that cp1252 has for quotation marks, dashes, currencies and the like."""
_FEW_LETTERS: Final = 0.025
"""Letters beyond ASCII for one of ASCII up to which it is English with a foreign name: no detector
can tell by so few, and languages that need another set have more: Lithuanian 0.09, Turkish
0.13 in the articles that Fundus tests with."""
_ASCII_LETTERS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONE: Final = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a surrogate pair, which UTF-8 may not hold."""
_CUT: Final = re.compile(b"(?:[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})\\Z")
"""The last character cut off after its second byte or third."""
_STRAYS: Final = re.compile("[\udc80-\udcff]+")
"""Bytes that were no UTF-8, as Python marks them."""

_CONTROLS: Final = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_LINE_END_SIGNS: Final = "\r\v\f\x85\u2028\u2029"
_LINE_ENDS: Final = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")

_MOJIBAKE: Final = re.compile(
    # The first byte of a two-, three- or four-byte sequence as cp1252 or Latin-1 shows it, and
    # a second: in text that was read rightly these do not follow one another.
    "[\xc2-\xc5\xce-\xd1\xd7-\xdb\xe0-\xef\xf0]"
    "[\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
_PIECE: Final = re.compile(r"[^\n]{1,2000}(?:\s|(?=\n)|$)|[^\n]{1,2000}")


def decode(content: bytes, charset: str | None = None) -> str:
    """The text of the bytes: line ends are LF, control characters gone, mojibake put right.

    A byte order mark decides, then what the bytes can only be (UTF-16, UTF-8), then the declared
    charset, then a guess. Any bytes give a text; what is not a character becomes U+FFFD.
    """
    text = _decode_bytes(content, charset)
    if any(sign in text for sign in _LINE_END_SIGNS):
        text = _LINE_ENDS.sub("\n", text)
    text = _repair_mojibake(text)
    text = _CONTROLS.sub("", text)
    return _SURROGATES.sub("\ufffd", text).removeprefix("\ufeff")


def _decode_bytes(content: bytes, charset: str | None) -> str:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    declared = _find_codec(charset)
    if declared.startswith(_ESCAPED):
        return content.decode(declared, "replace")
    wide = _find_wide(content)
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        first_fault = error.start
    faulty = _decode_faulty(content)
    if faulty is not None:
        return faulty
    if declared and _if_decodes(content, declared):
        return content.decode(declared)
    return content.decode(_guess(content, first_fault) or "cp1252", "replace")


def _find_codec(charset: str | None) -> str:
    """The codec of a declared charset; "" where none is declared or it is not known."""
    name = (charset or "").strip().strip("\"'").lower()
    name = _LABELS.get(name, name)
    try:
        found = codecs.lookup(name).name if name else ""
        b"".decode(found or "ascii")  # some codecs, such as base64, do not give text
    except (LookupError, ValueError):
        return ""
    return "" if found in _NO_CHARSETS else found


def _find_wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the high bytes are all alike."""
    sample = content[: _WIDE_SAMPLE - _WIDE_SAMPLE % 4]
    if b"\0" not in sample or len(content) % 2:
        return None
    if len(content) % 4 == 0:
        for name, lanes in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
            if all(not sample[lane::4].strip(b"\0\1") for lane in lanes):
                return _if_decodes(content, name)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 100 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    return _if_decodes(content, name) if _is_one_script(sample.decode(name, "replace")) else None


def _is_one_script(text: str) -> bool:
    """Whether nearly all characters are ASCII, of two blocks more, or of Chinese and its kin."""
    blocks = Counter(ord(sign) >> 8 for sign in text)
    ascii_signs = blocks.pop(0, 0)
    own = sum(count for _, count in blocks.most_common(2))
    eastern = sum(count for block, count in blocks.items() if 0x2F < block < 0xD8)
    return ascii_signs + max(own, eastern) >= 0.9 * len(text)


def _if_decodes(content: bytes, name: str) -> str | None:
    try:
        content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
    return name


def _decode_faulty(content: bytes) -> str | None:
    """UTF-8 with a few faults (cut short, stray bytes of cp1252); None if it is not that."""
    content = _CUT.sub(b"\xef\xbf\xbd", _LONE.sub(b"\xef\xbf\xbd", content))
    foreign = len(content) - len(content.translate(None, _FOREIGN))
    text = content.decode("utf-8", "surrogateescape")
    strays = sum(len(run) for run in _STRAYS.findall(text))
    if strays > _BROKEN_SHARE * foreign:
        return None
    return _STRAYS.sub(_read_stray, text)


def _read_stray(match: re.Match[str]) -> str:
    """Bytes that are no UTF-8: one alone is a character of cp1252, several are lost ones."""
    stray = match.group().encode("utf-8", "surrogateescape")
    if len(stray) > 1:
        return "\ufffd"
    return stray.decode("cp1252", "replace")


def _guess(content: bytes, first_fault: int) -> str:
    """The likeliest legacy encoding of a sample from where it ceases to be ASCII."""
    import chardetng_py  # type: ignore[import-untyped]  # chosen by measuring: docs/decisions/0005-plain-text.md

    start = max(0, first_fault - 256)
    sample = content[start : start + _SAMPLE]
    letters = len(sample.translate(None, _SIGNS + bytes(range(128))))
    if letters <= _FEW_LETTERS * (len(sample) - len(sample.translate(None, _ASCII_LETTERS))):
        return "cp1252"
    name: str = chardetng_py.detect(sample)
    return _find_codec(name)


def _repair_mojibake(text: str) -> str:
    """The text with UTF-8 that was once read as cp1252 put right, where that is certain."""
    if not _MOJIBAKE.search(text):
        return text
    from ftfy import TextFixerConfig, fix_encoding

    certain = TextFixerConfig(replace_lossy_sequences=False)

    def repair(match: re.Match[str]) -> str:
        piece = match.group()
        return fix_encoding(piece, certain) if _MOJIBAKE.search(piece) else piece

    return _PIECE.sub(repair, text)
