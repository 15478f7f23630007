"""The server that runs the model: any that speaks OpenAI's protocol, on this machine unless a person said otherwise.

Loopback is not local: some local servers hand a model on to their maker's machines. What such a server says of the model is asked
before any text leaves this program. Neither proxies of the environment nor redirects are followed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from rashomon.errors import Stop, UsageFault

if TYPE_CHECKING:
    from openai import OpenAI

DEFAULT = "http://127.0.0.1:11434/v1"
"""Where Ollama listens."""
WAIT = 180.0
"""Seconds that an answer may take: a small machine writes some hundred tokens a minute."""
MOST_TOKENS = 4_000
"""Of one answer: a model that never ends is cut off there."""
MOST_BYTES = 400_000
"""Of one reply; the longest answer of so many tokens is well below."""
CLOUD = "cloud"
"""The host of a model of which only the name says that it runs elsewhere."""
_REMOTE = ("remote_host", "remote_model", "remote_url")
"""Keys by which Ollama's list of models says that a model runs elsewhere."""


class NotAnswered(Exception):
    """One passage got no answer; the message says why. `gone` where the server itself can't be reached."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


@dataclass(frozen=True, slots=True)
class Wanted:
    """The model that a user asks for: its name, the address of its server, the host that text may be sent to, its key."""

    model: str
    endpoint: str = DEFAULT
    send_to: str | None = None
    key: str | None = None
    wait: float = WAIT

    @property
    def host(self) -> str:
        """The host of the address, without port."""
        return (urlsplit(self.endpoint).hostname or "").lower()

    @property
    def is_here(self) -> bool:
        """Whether the address is one of this machine's own."""
        return self.host == "localhost" or _is_loopback(self.host)


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply's text, whether it was cut off, and the tokens read and written."""

    text: str
    cut: bool
    tokens: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server says of a model: its version ("unknown" where it says none), and the host it runs on where not there."""

    version: str
    remote: str | None


class Endpoint:
    """One server and model, asked before whether they are what they seem."""

    def __init__(self, wanted: Wanted) -> None:
        """Connect to nothing yet. Raises UsageFault for an address that is none, Stop where the client is not installed."""
        if urlsplit(wanted.endpoint).scheme not in ("http", "https") or not wanted.host:
            raise UsageFault(f"--endpoint is {wanted.endpoint!r}; an address as in {DEFAULT} is meant")
        self.wanted = wanted
        self._client = _client(wanted)

    def look(self) -> Seen:
        """What the server says of the model: its version, and where it runs.

        Raises Stop where the server can't be reached or has no such model.
        """
        with _told(self.wanted):
            listed = {row.id: row.model_dump() for row in self._client.models.list().data}
        rows = self._ollama_rows()
        name = self.wanted.model
        row = {**listed.get(name, {}), **rows.get(name, rows.get(f"{name}:latest", {}))}
        if not row and listed:
            raise Stop(f"{self.wanted.endpoint} has no model {name!r}; it has {', '.join(sorted(listed))}")
        remote = next((str(row[key]) for key in _REMOTE if row.get(key)), None)
        host = (urlsplit(remote).hostname or remote).lower() if remote else None
        version = str(row.get("digest") or row.get("created") or "unknown")[:12]
        return Seen(version, host or (CLOUD if is_cloud(name) else None))

    def ask(self, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> Replied:
        """One question, answered in the schema. Raises NotAnswered."""
        form = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}
        chat = cast(Any, self._client.chat.completions.with_streaming_response)
        with (
            _answered(),
            chat.create(
                model=self.wanted.model, messages=messages, temperature=0, seed=0, max_tokens=MOST_TOKENS,
                response_format=form,
            ) as response,
        ):  # fmt: skip
            return _replied(json.loads(_body(response.iter_bytes(), self.wanted.wait)))

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _ollama_rows(self) -> dict[str, dict[str, Any]]:
        """What Ollama says of its models beside the protocol; nothing where the server is another."""
        base = urlsplit(self.wanted.endpoint)
        try:
            got = self._client._client.get(f"{base.scheme}://{base.netloc}/api/tags", timeout=10)
            rows = json.loads(got.content)["models"] if got.status_code == 200 else []
            return {str(row["name"]): row for row in rows}
        except (ValueError, KeyError, TypeError, OSError):
            return {}


def _body(chunks: Iterable[bytes], wait: float) -> bytes:
    """A reply's bytes. Raises NotAnswered for one that goes on for too long, or is larger than any answer is."""
    begun, body = monotonic(), bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise NotAnswered("the answer did not end")
        if monotonic() - begun > wait:
            raise NotAnswered("no answer came in time")
    return bytes(body)


def _replied(body: Any) -> Replied:
    choice, used = body["choices"][0], body.get("usage") or {}
    text = choice["message"]["content"]
    if not isinstance(text, str):
        raise NotAnswered("the server gave an answer without text")
    tokens = (int(used.get("prompt_tokens") or 0), int(used.get("completion_tokens") or 0))
    return Replied(text, choice.get("finish_reason") == "length", tokens)


def _client(wanted: Wanted) -> OpenAI:
    try:
        from openai import DefaultHttpxClient, OpenAI
    except ModuleNotFoundError as fault:
        raise Stop("the client for models is not installed: pip install 'rashomon[model]'") from fault
    http = DefaultHttpxClient(follow_redirects=False, trust_env=False, timeout=wanted.wait)
    return OpenAI(
        api_key=wanted.key or "none", base_url=wanted.endpoint, timeout=wanted.wait, max_retries=1, http_client=http
    )


def is_cloud(model: str) -> bool:
    """Whether a model's name says that it runs at its maker's ("gpt-oss:120b-cloud")."""
    return model.lower().rstrip().endswith("cloud")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def _told(wanted: Wanted) -> Iterator[None]:
    """What goes wrong before anything is asked, as a sentence for the user."""
    from openai import OpenAIError

    try:
        yield
    except (OpenAIError, ValueError, OSError, TypeError, AttributeError) as fault:
        raise Stop(f"{wanted.endpoint} does not answer as a server of models does: {fault}") from fault


@contextmanager
def _answered() -> Iterator[None]:
    """What goes wrong with one question."""
    from httpx2 import HTTPError, TimeoutException
    from openai import APIConnectionError, APIStatusError, APITimeoutError, OpenAIError

    try:
        yield
    except (APITimeoutError, TimeoutException) as fault:
        raise NotAnswered("no answer came in time") from fault
    except (APIConnectionError, HTTPError) as fault:
        raise NotAnswered("the server could not be reached", gone=True) from fault
    except APIStatusError as fault:
        raise NotAnswered(
            f"the server refused with {fault.status_code}", gone=fault.status_code in (401, 403, 404)
        ) from fault
    except (OpenAIError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as fault:
        raise NotAnswered(f"the server's answer can't be read ({type(fault).__name__})") from fault
