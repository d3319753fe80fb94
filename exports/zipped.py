"""Takes the clock out of office files, so that the same answer is the same file, byte for byte."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
EPOCH = (1980, 1, 1, 0, 0, 0)


def without_clock(office_file: bytes) -> bytes:
    """The file with the times of its parts and properties set to one fixed time; its text says when it was made."""
    buffer = BytesIO()
    with ZipFile(BytesIO(office_file)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            new.writestr(ZipInfo(part.filename, EPOCH), content, ZIP_DEFLATED)
    return buffer.getvalue()
