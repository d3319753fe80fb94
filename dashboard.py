"""The server: `streamlit run dashboard.py`.

It is the ASGI app that runs ui/menu.py, not the script itself. Streamlit takes a folder `pages/` beside the script that
it runs for its old menu: until a session has reached st.navigation, a deep link runs the page without that script, past
every gate and filter (streamlit 1.67, runtime/scriptrunner/script_runner.py). The folder keeps its name; the script
lives elsewhere.
"""

import asyncio
import gc
import logging
import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from access.gate import Gate
from settings import SettingsError, from_environment
from ui import reread_steps, state, sweep, warm
from ui.fault import logged, referred

log = logging.getLogger("dashboard")
BATCH_SECONDS = 20.0
"""How long the end of the server waits for a batch that is being read again."""


def open_store() -> None:
    """Open the store, or end with one sentence if that cannot be."""
    try:
        here = from_environment(os.environ)
        state.start(here.database_url, here.zone)
    except (SettingsError, state.CannotStart) as refusal:
        # Nothing is open yet. Any exception here would come out as a traceback of the server, which nobody here reads.
        print(f"Dasbor tidak dapat dibuka. {refusal}", file=sys.stderr, flush=True)  # noqa: T201
        os._exit(1)


async def warm_up() -> None:
    """Answer the first page, so that nobody waits for it; then spare all that is loaded from garbage collection.

    An error there is a page's error: it goes to the log, and the other pages still open.
    """
    warming = asyncio.get_running_loop().run_in_executor(None, warm.warm_up)
    await asyncio.wait([warming])
    if error := warming.exception():
        log.error("the first page could not be warmed", exc_info=error)
    gc.collect()
    gc.freeze()


def open_browser() -> None:
    """Show the dashboard to the person who started it; Streamlit itself opens no browser for an ASGI app."""
    if not st.get_option("server.headless"):
        webbrowser.open(f"http://{st.get_option('server.address') or 'localhost'}:{st.get_option('server.port')}")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Warm up before the first request; open the browser once requests are answered; close the store at the end.

    Meanwhile old originals are deleted in the background.
    """
    open_store()
    await warm_up()
    loop = asyncio.get_running_loop()
    opening = loop.call_later(0.5, lambda: loop.run_in_executor(None, open_browser))
    sweeping = asyncio.create_task(sweep.every_day())
    yield
    opening.cancel()
    sweeping.cancel()
    reread_steps.finish(BATCH_SECONDS)
    state.stop()


def report_error(error: Exception) -> bool:
    """Log an error of a page under a reference number and show the number, never the traceback."""
    st.error(
        f"Terjadi kesalahan pada dasbor. Data yang tersimpan tidak berubah. {referred(logged(error))}",
        icon=":material/error:",
    )
    return True


app = st.App("ui/menu.py", middleware=[Middleware(Gate)], lifespan=lifespan, on_script_error=report_error)
