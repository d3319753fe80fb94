"""Once a day, without anybody opening a page: delete the originals that the office no longer keeps."""

import asyncio
import logging

from intake import delete_old
from ui import state

LOG = logging.getLogger(__name__)
SECONDS = 24 * 60 * 60


async def every_day() -> None:
    """Sweep now and then once a day until cancelled. An error there goes to the log and is tried again the next day."""
    while True:
        sweeping = asyncio.get_running_loop().run_in_executor(None, sweep)
        await asyncio.wait([sweeping])
        if error := sweeping.exception():
            LOG.error("old originals could not be deleted", exc_info=error)
        await asyncio.sleep(SECONDS)


def sweep() -> int:
    """Delete what is older than the setting says; the number of files deleted."""
    return delete_old(state.office().store, state.now())
