"""The gate: what a client says about itself is taken away, for http and websocket; every answer bears the headers."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from access.gate import Gate

Message = dict[str, Any]


class Recorder:
    """An ASGI app that keeps the scope it was given and answers with one header of its own."""

    def __init__(self) -> None:
        self.scopes: list[Message] = []

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        self.scopes.append(scope)
        if scope["type"] == "http":
            headers = [(b"x-frame-options", b"SAMEORIGIN"), (b"x-own", b"1")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b""})


def pass_through(scope: Message) -> tuple[Recorder, list[Message]]:
    """Send one request through the gate: the app behind it, and the messages that came back."""
    app, sent = Recorder(), []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    # A thread of its own: the browser tests of the same run leave an event loop in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Gate(app)(scope, receive, send)).result()
    return app, sent


def request(kind: str, path: str = "/", headers: tuple[tuple[bytes, bytes], ...] = ()) -> Message:
    return {"type": kind, "path": path, "headers": list(headers)}


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("name", [b"x-app-user", b"X-App-User", b"X-APP-USER", b"x-app-roles", b"x-app-anything"])
def test_a_claimed_identity_is_taken_away(kind: str, name: bytes) -> None:
    app, _ = pass_through(request(kind, headers=((name, b"bupati"), (b"accept", b"*/*"))))
    assert app.scopes[0]["headers"] == [
        (b"accept", b"*/*"),
        (b"x-app-user", b"lokal"),
        (b"x-app-roles", b"pembaca,pengunggah,pengelola"),
        (b"x-app-sid", b"lokal"),
    ]


def test_the_request_of_the_server_itself_is_left_as_it_was() -> None:
    scope = request("http", headers=((b"x-app-user", b"bupati"),))
    pass_through(scope)
    assert scope["headers"] == [(b"x-app-user", b"bupati")]


def test_headers_replace_those_of_the_same_name() -> None:
    _, sent = pass_through(request("http"))
    headers = dict(sent[0]["headers"])
    assert len(sent[0]["headers"]) == len(headers)
    assert headers[b"x-frame-options"] == b"DENY"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"same-origin"
    assert headers[b"x-own"] == b"1"
    policy = headers[b"content-security-policy"].decode()
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/_stcore/agent/interact", "/_stcore/metrics"])
def test_a_closed_path_is_not_found(path: str) -> None:
    app, sent = pass_through(request("http", path))
    assert (app.scopes, sent[0]["status"]) == ([], 404)
    app, sent = pass_through(request("websocket", path))
    assert (app.scopes, sent) == ([], [{"type": "websocket.close", "code": 4404}])


def test_lifespan_passes_untouched() -> None:
    app, _ = pass_through({"type": "lifespan"})
    assert app.scopes == [{"type": "lifespan"}]
