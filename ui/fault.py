"""An error that nobody foresaw: logged whole under a reference number, which is all that the screen shows of it."""

import logging
import secrets

LOG = logging.getLogger(__name__)


def logged(error: BaseException) -> str:
    """Log the error under a new reference number; the number."""
    reference = secrets.token_hex(4).upper()
    LOG.error("reference %s", reference, exc_info=error)
    return reference


def referred(reference: str) -> str:
    """The sentence that asks to pass the number on."""
    return f"Mohon sampaikan nomor rujukan **{reference}** kepada pengelola dasbor."
