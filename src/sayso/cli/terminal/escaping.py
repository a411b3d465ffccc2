"""Which characters of a text may reach the terminal?"""

import re

_UNSEEN = re.compile(
    "[\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\U000e0000-\U000e007f]"  # tags
)
_LINE_ENDS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_JSON_ESCAPED = re.compile("[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def make_visible(text: str) -> str:
    """The text with each control character replaced by a visible one.

    Escape sequences lose their power, characters that reorder or hide others are dropped, and
    every line end is a newline.
    """
    return _CONTROLS.sub(_picture, _LINE_ENDS.sub("\n", _UNSEEN.sub("", text)))


def make_line(text: str) -> str:
    """The text on one line, made visible; it cannot reorder what stands beside it.

    A text with right-to-left letters is enclosed in Unicode isolates, any other is left as it is.
    """
    line = " ".join(make_visible(text).split())
    return f"{_ISOLATE}{line}{_END_ISOLATE}" if _RIGHT_TO_LEFT.search(line) else line


def escape_json(text: str) -> str:
    """The same JSON, with escapes for the controls that JSON would allow to stand as they are."""
    return _JSON_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def find_line_starts(text: str) -> list[int]:
    """Where each line after the first begins; the bisection of a place counts its line."""
    return [match.end() for match in _LINE_ENDS.finditer(text)]


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
