"""The gate before Streamlit: takes away what a client says about itself, says who it is, adds the security headers."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.roles import ROLES

IDENTITY_PREFIX = b"x-app-"
"""Request headers under this name are ours alone; .streamlit/config.toml maps them to the user of a page."""

CLOSED_PATHS = ("/_stcore/agent", "/_stcore/metrics")
"""Parts of the server that nobody needs here: driving pages by program, and memory figures of all sessions."""

CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
"""The strictest policy under which Streamlit, its tables and plotly work; remote pictures in captions stay away."""

SECURITY_HEADERS = (
    (b"content-security-policy", CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Gate:
    """ASGI middleware for http and websocket. It decides on scope["path"], never on an address rebuilt from headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under the identity `lokal`, or refuse a closed path with 404."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        guarded = with_headers(send)
        if scope["path"].startswith(CLOSED_PATHS):
            await refuse(scope, receive, guarded)
            return
        await self.app({**scope, "headers": identified(scope["headers"])}, receive, guarded)


def identified(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers without any identity that the client claims, and with the one of this machine's only user."""
    kept = [(name, value) for name, value in headers if not name.lower().startswith(IDENTITY_PREFIX)]
    local = [(b"x-app-user", b"lokal"), (b"x-app-roles", ",".join(ROLES).encode()), (b"x-app-sid", b"lokal")]
    return kept + local


def with_headers(send: Send) -> Send:
    """A `send` that adds the security headers to every answer, in place of any of the same name."""
    names = {name for name, _ in SECURITY_HEADERS}

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            others = [(name, value) for name, value in message.get("headers", []) if name.lower() not in names]
            message = {**message, "headers": [*others, *SECURITY_HEADERS]}
        await send(message)

    return guarded


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 404 to http and close a websocket before it opens."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 4404})
        return
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"404"})
