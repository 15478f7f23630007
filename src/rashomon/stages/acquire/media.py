"""Which media type a file is of, by its name and its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from rashomon.errors import SetAside
from rashomon.stages.acquire.webarchive import is_web_archive

PDF = "application/pdf"
MAIL = "message/rfc822"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
OPEN = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
IMAGES = ("image/png", "image/jpeg", "image/tiff", "image/webp")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BY_SUFFIX = {
    "": "text/plain",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".pdf": PDF,
    ".docx": WORD,
    ".docm": WORD,
    ".dotx": WORD,
    ".eml": MAIL,
    ".xlsx": WORKBOOK,
    ".xlsm": WORKBOOK,
    ".csv": CSV,
    ".odt": OPEN,
    ".ods": OPEN,
    ".odp": OPEN,
    ".rtf": RTF,
    ".tsv": CSV,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
}
PICTURED = (".pdf", *(suffix for suffix, kind in _BY_SUFFIX.items() if kind in IMAGES))
"""How files end in which there may be pictures to read words off."""
_READ = (
    "text (.txt), web pages (.html, .mhtml), PDF, Word and LibreOffice files (.docx, .odt, .rtf), mail (.eml, .mbox), tables "
    "(.xlsx, .ods, .csv), web archives (.warc, .warc.gz) and ZIPs of them, and pictures (.png, .jpg, .tif) where Tesseract is installed"
)
_SHOWN = ((b"word/document", WORD), (b"xl/workbook", WORKBOOK), (b"vnd.oasis.opendocument", OPEN))
"""Names that stand in the clear within packed office files."""
_ADVICE = {
    ".xls": "old workbooks (.xls) are not read; open it in Excel or LibreOffice and save it as .xlsx",
    ".msg": "Outlook's own messages (.msg) are not read; save it from Outlook or another mail program as .eml",
    ".pst": "Outlook's own mailboxes (.pst) are not read; export it as .mbox or .eml",
    ".rar": "RAR archives are not unpacked; unpack it, or make a ZIP of it",
    ".7z": "7z archives are not unpacked; unpack it, or make a ZIP of it",
    ".doc": "old Word files (.doc) are not read; open it in Word or LibreOffice and save it as .docx",
}
_PDF = re.compile(rb"[\s\x00]{0,1024}%PDF-\d")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)


def media_type(file: str, data: bytes) -> str:
    """The media type of a file. Raises `SetAside` for kinds that have no reader yet."""
    suffix = PurePosixPath(file.replace("\\", "/")).suffix.lower()
    kind = _BY_SUFFIX.get(suffix)
    if suffix in ("", ".doc", ".zip") and (shown := _by_content(data)):
        return shown
    if kind is None:
        raise SetAside(_ADVICE.get(suffix, f"files of the kind {suffix} are not read yet; {_READ} are"))
    if kind != PDF and _PDF.match(data[:1100]):
        return PDF
    if kind == MAIL:
        return MAIL
    if is_web_archive(data):
        return "multipart/related"
    if suffix == "" and _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return "text/html"
    return "text/html" if kind == "multipart/related" else kind


def _by_content(data: bytes) -> str | None:
    """What a file is whose name does not tell, or tells of an older kind, as many programs save under it."""
    if data.startswith(b"{\\rtf"):
        return RTF
    return next((kind for name, kind in _SHOWN if name in data), None) if data.startswith(b"PK\x03\x04") else None
