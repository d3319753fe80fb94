"""A raw websocket client: one session of the dashboard without a browser, to time reruns and to read what is sent."""

import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import websockets.sync.client
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FINISHED = (0, 3)
"""Values of script_finished that end a whole run (streamlit/proto/ForwardMsg.proto)."""


@dataclass
class Run:
    """One run of the script: seconds to its end and to the first element, bytes received, elements with their type."""

    seconds: float = 0.0
    first_element: float | None = None
    size: int = 0
    elements: list[tuple[str, Any]] = field(default_factory=list)

    def texts(self) -> str:
        """All that was sent, as protobuf text: enough to look for a sentence."""
        return "\n".join(str(element) for _, element in self.elements)

    def widget(self, kind: str, label: str) -> str:
        """The id of the widget of that kind (selectbox, multiselect) and label; fails if it was not drawn."""
        return str(self._found(kind, label).id)

    def options(self, kind: str, label: str) -> list[str]:
        """The labels that the widget of that kind and label offers."""
        return list(self._found(kind, label).options)

    def _found(self, kind: str, label: str) -> Any:
        return next(element for name, element in self.elements if name == kind and element.label == label)


class Session:
    """A session over the websocket, as a browser opens it; `headers` are sent with the handshake."""

    def __init__(self, url: str, headers: dict[str, str] | None = None) -> None:
        address = url.replace("http", "ws", 1) + "/_stcore/stream"
        self._closing = ExitStack()
        self._connecting = websockets.sync.client.connect(
            address, subprotocols=["streamlit"], additional_headers=headers, max_size=None, compression=None
        )

    def __enter__(self) -> Self:
        self._socket = self._closing.enter_context(self._connecting)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    def open(self, page: str, query: str = "") -> Run:
        """Ask for a page ("" is the default page) with a query string, and wait for its end."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        return self._run(message)

    def choose(self, page: str, query: str, widget: str, value: str | list[str]) -> Run:
        """Set a selectbox, or a multiselect (a list), to the options of those labels and wait for the rerun."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        state = message.rerun_script.widget_states.widgets.add()
        state.id = widget
        if isinstance(value, str):
            state.string_value = value
        else:
            state.string_array_value.data.extend(value)
        return self._run(message)

    def _run(self, message: BackMsg) -> Run:
        run, began = Run(), time.perf_counter()
        self._socket.send(message.SerializeToString())
        while True:
            received = self._socket.recv(timeout=60)
            run.size += len(received)
            forward = ForwardMsg()
            forward.ParseFromString(received)
            kind = forward.WhichOneof("type")
            if kind == "delta" and forward.delta.WhichOneof("type") == "new_element":
                element = forward.delta.new_element
                name = element.WhichOneof("type")
                run.elements.append((name, getattr(element, name)))
                run.first_element = run.first_element or time.perf_counter() - began
            if kind == "script_finished" and forward.script_finished in FINISHED:
                run.seconds = time.perf_counter() - began
                return run
