"""The dashboard as ever, but re-reading takes two posts at a time and then waits for a word of the test.

`streamlit run` takes this file in place of dashboard.py (test_rereading.py). The variable HELD_AT names the port on
which the test listens; when the line to it ends, re-reading goes on by itself.
"""

import datetime as dt
import os
import socket
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import dashboard
from access.gate import Gate
from intake import reread as history
from rules import Lists
from store import Scope, Store
from ui import reread_steps

MENU = Path(__file__).resolve().parent.parent.parent / "ui" / "menu.py"


def held(store: Store, scope: Scope, lists: Lists, who: str, now: dt.datetime, progress: history.Progress) -> int:
    """Like `history.reread`; each progress is told to the page first and then to the test, which answers."""
    with socket.create_connection(("127.0.0.1", int(os.environ["HELD_AT"]))) as line:

        def told(done: int, posts: int) -> bool:
            goes_on = progress(done, posts)
            line.sendall(f"{done} dari {posts}".encode())
            line.recv(1)
            return goes_on

        return history.reread(store, scope, lists, who, now, told)


history.BATCH = 2
reread_steps.reread = held
app = st.App(
    str(MENU), middleware=[Middleware(Gate)], lifespan=dashboard.lifespan, on_script_error=dashboard.report_error
)
