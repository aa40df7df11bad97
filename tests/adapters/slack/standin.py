"""Slack as far as these tests need it: a Web API on loopback that judges what it gets, and people who sign their acts.

What it does not know it refuses, and what Slack would refuse it notes in `faults`.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import itertools
import json
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.adapters.slack.checking import faults_of_message, faults_of_options, faults_of_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECRET, TOKEN, APP_TOKEN = "signing-secret", "xoxb-test", "xapp-test"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API, or what was posted to a response_url."""

    method: str
    arguments: Mapping[str, Any]
    token: str = ""


@dataclass(slots=True)
class StandIn:
    """The Web API, and the addresses for answers."""

    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The channels in which the bot is, with whoever else is."""
    files: dict[str, bytes] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=lambda: {TOKEN: "T1"})
    """The team of each token."""
    grants: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What oauth.v2.access gives for a code or a refresh token, each once."""
    failures: list[tuple[str, int, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    """(method, status, headers, answer) that the next calls get."""
    calls: list[Call] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    base: str = ""
    links: list[web.WebSocketResponse] = field(default_factory=list)
    threads: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """The messages of threads that the app may read, by the time of the first."""
    acknowledged: dict[str, asyncio.Future[Any]] = field(default_factory=dict)
    _heard: asyncio.Condition = field(default_factory=asyncio.Condition)
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Begin to serve."""
        app = web.Application(client_max_size=20_000_000)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{name}", self._response)
        app.router.add_get("/files/{name}", self._file)
        app.router.add_post("/upload/{name}", self._upload)
        app.router.add_get("/link", self._link)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        """End, and let go of every connection."""
        for link in list(self.links):
            await link.close()
        assert self._runner is not None
        await self._runner.cleanup()

    def made(self, method: str) -> list[Call]:
        """List the calls of a method."""
        return [call for call in self.calls if call.method == method]

    async def heard(self, method: str, count: int = 1) -> Mapping[str, Any]:
        """Wait for the so many-th call of a method, and give its arguments."""
        async with self._heard, asyncio.timeout(10):
            await self._heard.wait_for(lambda: len(self.made(method)) >= count)
        return self.made(method)[count - 1].arguments

    def response_url(self) -> str:
        """Make an address that takes answers."""
        return f"{self.base}/response/{next(_numbers)}"

    def knows(self, user: str, locale: str = "en-US", **facts: Any) -> None:  # noqa: ANN401 — what users.info says
        """Let somebody be a member."""
        self.users[user] = {"id": user, "locale": locale, **facts}

    async def _note(self, call: Call) -> None:
        async with self._heard:
            self.calls.append(call)
            self._heard.notify_all()

    async def _api(self, request: web.Request) -> web.Response:
        arguments = {name: _read(value) for name, value in {**request.query, **await request.post()}.items()}
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        call = Call(request.match_info["method"], arguments, token)
        status, headers, answer = self._failure(call.method) or (200, {}, self._answer(call))
        await self._note(call)
        return web.json_response(answer, status=status, headers=headers)

    def _failure(self, method: str) -> tuple[int, dict[str, str], dict[str, Any]] | None:
        for failure in self.failures:
            if failure[0] == method:
                self.failures.remove(failure)
                return failure[1:]
        return None

    def _answer(self, call: Call) -> dict[str, Any]:
        known = call.token in self.teams or call.method in {"oauth.v2.access", "apps.connections.open"}
        if not known:
            return {"ok": False, "error": "invalid_auth"}
        self._judge(call)
        answer: Callable[[Call], dict[str, Any]] | None = getattr(self, "_" + call.method.replace(".", "_"), None)
        return {"ok": True, **answer(call)} if answer else {"ok": False, "error": "unknown_method"}

    def _judge(self, call: Call) -> None:
        if call.method == "chat.postMessage":
            self.faults += faults_of_message(call.arguments)
        if call.method in {"chat.postEphemeral", "chat.update"}:
            self.faults += faults_of_message({**call.arguments, "unfurl_links": False, "unfurl_media": False})
        if call.method.startswith("views."):
            self.faults += faults_of_view(call.arguments["view"])

    def _auth_test(self, call: Call) -> dict[str, Any]:
        return {"team_id": self.teams[call.token], "user_id": "UBOT", "bot_id": "B1", "url": "https://t.example/"}

    def _users_info(self, call: Call) -> dict[str, Any]:
        user = self.users.get(call.arguments["user"])
        return (
            {"user": {"team_id": self.teams[call.token] or "T7", **user}}
            if user
            else {"ok": False, "error": "user_not_found"}
        )

    def _usergroups_users_list(self, call: Call) -> dict[str, Any]:
        return {"users": self.groups.get(call.arguments["usergroup"], [])}

    def _chat_postMessage(self, call: Call) -> dict[str, Any]:  # noqa: N802 — Slack's own name
        channel = call.arguments["channel"]
        if channel.startswith("C") and channel not in self.members:
            return {"ok": False, "error": "not_in_channel"}
        return {"channel": channel, "ts": f"{next(_numbers)}.0"}

    def _chat_update(self, call: Call) -> dict[str, Any]:
        return {"channel": call.arguments["channel"], "ts": call.arguments["ts"]}

    def _chat_delete(self, call: Call) -> dict[str, Any]:
        return {"channel": call.arguments["channel"], "ts": call.arguments["ts"]}

    def _chat_postEphemeral(self, _: Call) -> dict[str, Any]:  # noqa: N802 — as above
        return {"message_ts": "1.0"}

    def _views_open(self, call: Call) -> dict[str, Any]:
        return {"view": {**call.arguments["view"], "id": "V1"}} if call.arguments["trigger_id"] else {"ok": False}

    def _views_update(self, call: Call) -> dict[str, Any]:
        return {"view": call.arguments["view"]}

    _views_publish = _views_update

    def _conversations_replies(self, call: Call) -> dict[str, Any]:
        thread = self.threads.get(call.arguments["ts"])
        return {"messages": thread} if thread is not None else {"ok": False, "error": "missing_scope"}

    def _conversations_open(self, call: Call) -> dict[str, Any]:
        return {"channel": {"id": "D" + call.arguments["users"][1:]}}

    def _files_getUploadURLExternal(self, _: Call) -> dict[str, Any]:  # noqa: N802 — as above
        name = f"F{next(_numbers)}"
        return {"upload_url": f"{self.base}/upload/{name}", "file_id": name}

    def _files_completeUploadExternal(self, call: Call) -> dict[str, Any]:  # noqa: N802 — as above
        return {"files": call.arguments["files"]}

    def _files_info(self, call: Call) -> dict[str, Any]:
        name = call.arguments["file"]
        return {"file": {"id": name, "name": f"{name}.csv", "url_private": f"{self.base}/files/{name}"}}

    def _oauth_v2_access(self, call: Call) -> dict[str, Any]:
        said = call.arguments.get("refresh_token") or call.arguments.get("code") or ""
        granted = self.grants.pop(said, None)
        if granted is None:
            return {"ok": False, "error": "invalid_code"}
        self.teams[granted["access_token"]] = (granted.get("team") or {}).get("id", "")
        return granted

    def _apps_connections_open(self, call: Call) -> dict[str, Any]:
        return {"url": f"{self.base.replace('http', 'ws')}/link"} if call.token == APP_TOKEN else {"ok": False}

    async def _response(self, request: web.Request) -> web.Response:
        said = await request.json()
        if not said.get("delete_original"):
            self.faults += faults_of_message(said)
        failed = self._failure("response_url")
        await self._note(Call("response_url", said, request.match_info["name"]))
        return web.Response(status=failed[0] if failed else 200)

    async def _file(self, request: web.Request) -> web.Response:
        held = self.files.get(request.match_info["name"])
        is_known = request.headers.get("Authorization", "").removeprefix("Bearer ") in self.teams
        if held is None or not is_known:
            return web.Response(status=302, headers={"Location": "/login"})
        return web.Response(body=held)

    async def _upload(self, request: web.Request) -> web.Response:
        self.files[request.match_info["name"]] = await request.read()
        return web.Response()

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_json({"type": "hello"})
        async with self._heard:
            self.links.append(link)
            self._heard.notify_all()
        try:
            async for message in link:
                said = json.loads(message.data)
                self.acknowledged.pop(said["envelope_id"]).set_result(said.get("payload"))
        finally:
            self.links.remove(link)
        return link

    async def linked(self, count: int) -> None:
        """Wait until so many connections of Socket Mode are open."""
        async with self._heard, asyncio.timeout(10):
            await self._heard.wait_for(lambda: len(self.links) >= count)

    async def hand(self, kind: str, payload: Mapping[str, Any], link: int = 0) -> Any:  # noqa: ANN401 — of any kind
        """Send an envelope; gives what it was acknowledged with."""
        name = f"envelope-{next(_numbers)}"
        self.acknowledged[name] = asyncio.get_running_loop().create_future()
        future = self.acknowledged[name]
        await self.links[link].send_json({"envelope_id": name, "type": kind, "payload": payload})
        async with asyncio.timeout(10):
            return await future


@dataclass(slots=True)
class Slack:
    """What Slack sends to the bot: signed, and judged when it is answered."""

    address: str
    standin: StandIn
    session: aiohttp.ClientSession
    team: str = "T1"

    async def post(
        self, body: bytes, kind: str = "application/x-www-form-urlencoded", *, at: float = 0.0, secret: str = SECRET
    ) -> tuple[int, str]:
        """Send a body as it is, signed with a secret at a time; gives status and text of the answer."""
        stamp = str(int(at or time.time()))
        signature = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={signature}",
        }
        async with self.session.post(
            f"{self.address}/slack/events", data=io.BytesIO(body), headers=headers
        ) as response:
            return response.status, await response.text()

    async def command(self, command: str, text: str, user: str = "U1", channel: str = "C1") -> dict[str, Any]:
        """Type a command; gives the answer, which is what Slack shows."""
        fields = {
            "team_id": self.team,
            "channel_id": channel,
            "user_id": user,
            "command": command,
            "text": text,
            "response_url": self.standin.response_url(),
            "trigger_id": "1.2.3",
        }
        status, said = await self.post(urlencode(fields).encode())
        assert status == 200, (status, said)
        answer: dict[str, Any] = json.loads(said) if said else {}
        if answer:
            self.standin.faults += faults_of_message(answer)
        return answer

    async def interact(self, kind: str, user: str = "U1", **more: Any) -> dict[str, Any]:  # noqa: ANN401 — a payload
        """Send an interaction; gives what it was acknowledged with."""
        payload = {
            "type": kind,
            "team": {"id": self.team, "domain": "t"},
            "user": {"id": user, "team_id": self.team},
            "trigger_id": "1.2.3",
            **more,
        }
        status, said = await self.post(urlencode({"payload": json.dumps(payload)}).encode())
        assert status == 200, (status, said)
        answer: dict[str, Any] = json.loads(said) if said else {}
        if "view" in answer:
            self.standin.faults += faults_of_view(answer["view"])
        if "options" in answer:
            self.standin.faults += faults_of_options(answer["options"], may_be_empty=True)
        return answer

    async def press(self, value: str, user: str = "U1", **more: Any) -> dict[str, Any]:  # noqa: ANN401 — a payload
        """Press a button in a private answer in a channel, unless said otherwise."""
        place = {
            "container": {"type": "message", "channel_id": "C1", "is_ephemeral": True},
            "channel": {"id": "C1"},
            "response_url": self.standin.response_url(),
        }
        action = {"action_id": "do:0", "type": "button", "value": value}
        return await self.interact("block_actions", user, actions=[action], **{**place, **more})

    async def submit(self, view: Mapping[str, Any], user: str = "U1", **values: str) -> dict[str, Any]:
        """Change some fields of a modal, and submit it."""
        return await self.interact("view_submission", user, view=filled(view, values))

    async def event(self, event: Mapping[str, Any], name: str = "", times: int = 1) -> None:
        """Tell of an event, so many times."""
        body = {
            "type": "event_callback",
            "team_id": self.team,
            "event_id": name or f"Ev{next(_numbers)}",
            "event": {"ts": f"{next(_numbers)}.0", "team": self.team, **event},
            "authorizations": [{"team_id": self.team, "user_id": "UBOT", "is_bot": True}],
        }
        for _ in range(times):
            status, _text = await self.post(json.dumps(body).encode(), "application/json")
            assert status == 200


def filled(view: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """Give a modal as Slack sends it, with some of its fields changed."""
    state: dict[str, Any] = {}
    for block in (block for block in view["blocks"] if block["type"] == "input"):
        element, key = block["element"], block["block_id"]
        answer: dict[str, Any] = {"type": element["type"]}
        if element["type"] == "static_select":
            wanted = f"={values[key]}" if key in values else element.get("initial_option", {}).get("value")
            answer["selected_option"] = next((one for one in element["options"] if one["value"] == wanted), None)
        elif element["type"] == "multi_conversations_select":
            present = [values[key]] if key in values else element.get("initial_conversations", [])
            answer["selected_conversations"] = [one for one in present if one]
        elif element["type"] == "file_input":
            answer["files"] = [{"id": values[key]}] if key in values else []
        else:
            answer["value"] = values.get(key, element.get("initial_value"))
        state[key] = {element["action_id"]: answer}
    return {**view, "id": "V1", "state": {"values": state}}


def buttons_of(message: Mapping[str, Any]) -> dict[str, str]:
    """Find the buttons of a message or view: what each says → the token that it carries."""
    found = {}
    for block in message.get("blocks", []):
        elements = [*block.get("elements", []), block.get("accessory") or {}]
        found.update({one["text"]["text"]: one["value"] for one in elements if one.get("type") == "button"})
    return found


def words_of(message: Mapping[str, Any]) -> str:
    """Read everything that a message or a view shows."""
    return json.dumps(message.get("blocks", []), ensure_ascii=False)


def _read(value: Any) -> Any:  # noqa: ANN401 — an argument of any kind
    if isinstance(value, str) and value[:1] in {"{", "["}:
        return json.loads(value)
    return {"true": True, "false": False}.get(value, value)
