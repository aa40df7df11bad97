"""A server that plays Discord for one bot: enough of its REST interface and gateway for a conversation, on loopback.

It checks every message against `checking`, never answers an interaction twice, and can be told to fail.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.adapters.discord.checking import every, faults_of, faults_of_modal
from tests.adapters.discord.reading import said_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Payload = dict[str, Any]

TOKEN = "a.secret.token"  # noqa: S105 — of a bot that is none
APPLICATION, OWNER, GUILD, CHANNEL = 10, 11, 42, 420
HIDDEN, LAYOUT = 64, 1 << 15
MANAGE_GUILD = 1 << 5
PATIENCE = 5.0
_PLAIN: dict[str, Any] = {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}
"""A member of whom nothing is known."""


@dataclass(slots=True)
class Answer:
    """What became of one interaction."""

    payload: Payload
    callback: Payload = field(default_factory=dict)
    message: Payload | None = None
    """The message that the first answer made or changed; None when it was taken away."""
    followups: list[Payload] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    first: asyncio.Event = field(default_factory=asyncio.Event)
    last: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once there is something to read or to fill in."""

    @property
    def is_hidden(self) -> bool:
        """Tell whether only the asker sees the first answer."""
        return bool((self.callback.get("data") or {}).get("flags", 0) & HIDDEN)

    @property
    def words(self) -> list[str]:
        """Read the first answer aloud."""
        return words_of(self.message) if self.message else []

    @property
    def modal(self) -> Payload:
        """Give the form that was opened."""
        assert self.callback["type"] == 9, self.callback
        return dict(self.callback["data"])


def words_of(message: Mapping[str, Any]) -> list[str]:
    """Read a message aloud, line by line."""
    return [line for box in message["components"] for text in said_in(box) for line in text.split("\n")]


def button_in(message: Mapping[str, Any], label: str) -> str:
    """Give the id of the button, or the value of what can be picked, that says this."""
    for box in message["components"]:
        for one in every(box):
            if one.get("label") == label and "custom_id" in one:
                return str(one["custom_id"])
            for option in one.get("options", ()):
                if option["label"] == label:
                    return str(option["value"])
    raise AssertionError(f"{label!r} is not among {words_of(message)}")


class StandIn:
    """Discord, as far as the tests need it."""

    def __init__(self) -> None:
        self.guilds: dict[int, Payload] = {}
        self.members: dict[tuple[int, int], Payload] = {}
        self.commands: dict[str, list[Payload]] = {}
        self.syncs = 0
        self.messages: list[Payload] = []
        self.removed: list[str] = []
        self.requests: list[str] = []
        self.identified: list[Payload] = []
        self.resumed = 0
        self.faults: dict[str, deque[tuple[int, Payload]]] = defaultdict(deque)
        """What to answer instead, by the beginning of the path."""
        self.application = _application()
        self.starts = 999
        """How often a bot may still introduce itself today."""
        self.privileged = 0
        """The intents that are refused."""
        self.files: dict[str, bytes] = {}
        self.audit_logs: dict[int, list[Payload]] = {}
        self.wrong: list[str] = []
        """What the bot did that Discord would not have taken."""
        self._answers: dict[str, Answer] = {}
        self._ids = count(1_000)
        self._sockets: list[web.WebSocketResponse] = []
        self._shards: dict[web.WebSocketResponse, tuple[int, int]] = {}
        self._sent: list[Payload] = []
        self._sequence = 0
        self._changed = asyncio.Condition()
        self.add_guild(GUILD)

    # Being there.

    async def start(self) -> None:
        """Listen."""
        application = web.Application()
        application.router.add_get("/gateway", self._gateway)
        application.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        application.router.add_get("/cdn/{path:.*}", self._cdn)
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Listen no more."""
        for socket in self._sockets:
            await socket.close(code=1001)
        await self._runner.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """Say where it is."""
        host = f"127.0.0.1:{self.port}"
        return {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": f"http://{host}/api/v10",
            "DISCORD_GATEWAY_URL": f"ws://{host}/gateway",
            "DISCORD_CDN_URL": f"http://{host}/cdn",
        }

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that a request or a connection brings about."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(holds)

    async def connected(self) -> None:
        """Wait until a bot has a session."""
        await self.until(lambda: any(not socket.closed for socket in self._sockets) and bool(self.identified))

    # What there is.

    def add_guild(self, guild: int, owner: int = OWNER) -> Payload:
        """Make a server with one channel, in which everybody may write and nobody may manage."""
        everyone = {"id": str(guild), "name": "@everyone", "permissions": "3072", "position": 0, "color": 0}
        colors = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
        role = {**everyone, "colors": colors, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
        channel = {"id": str(guild * 10), "type": 0, "name": "general", "position": 0, "permission_overwrites": []}
        made = {
            "id": str(guild),
            "name": f"Server {guild}",
            "owner_id": str(owner),
            "preferred_locale": "en-US",
            "roles": [role],
            "channels": [{**channel, "nsfw": False, "parent_id": None, "topic": None, "rate_limit_per_user": 0}],
            "emojis": [],
            "stickers": [],
            "features": [],
            "members": [{**_PLAIN, "user": user_of(APPLICATION)}],
            "threads": [],
            "member_count": 2,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "system_channel_flags": 0,
            "system_channel_id": str(guild * 10),
            "afk_timeout": 300,
        }
        self.guilds[guild] = made
        return made

    def add_member(self, guild: int, user: int, roles: tuple[int, ...] = ()) -> None:
        """Let somebody belong to a server."""
        self.members[guild, user] = {
            "user": user_of(user),
            "roles": [str(role) for role in roles],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
        }

    async def add_role(self, guild: int, role: int) -> Payload:
        """Make a role that gives nothing."""
        made: Payload = {**self.guilds[guild]["roles"][0], "id": str(role), "name": "role", "permissions": "0"}
        self.guilds[guild]["roles"].append(made)
        await self.dispatch("GUILD_ROLE_CREATE", {"guild_id": str(guild), "role": made})
        return made

    def fail(self, path: str, status: int, times: int = 1, **body: Any) -> None:  # noqa: ANN401 — a JSON object
        """Answer the next requests to a path, by its beginning, with an error."""
        self.faults[path].extend([(status, {"message": "fault", "code": 0, **body})] * times)

    # What people do.

    async def slash(self, user: int, command: str, *, at: Payload | None = None, **options: object) -> Answer:
        """Type a command, with its group, and wait for something to read."""
        return await self._done(await self._interaction(2, user, _command(command, options), at or in_guild()))

    async def typing(self, user: int, command: str, option: str, text: str, at: Payload | None = None) -> list[Payload]:
        """Type into an option, and read what is offered."""
        data = _command(command, {option: text}, focused=option)
        answer = await self._interaction(4, user, data, at or in_guild())
        async with asyncio.timeout(PATIENCE):
            await answer.first.wait()
        return list(answer.callback["data"]["choices"])

    async def menu(self, user: int, message: Payload, at: Payload | None = None) -> Answer:
        """Choose from the menu of a message."""
        data = {"id": "1", "name": "Explain terms", "type": 3, "target_id": message["id"]}
        resolved = {"resolved": {"messages": {message["id"]: message}}}
        return await self._done(await self._interaction(2, user, {**data, **resolved}, at or in_guild()))

    async def interact(self, kind: int, user: int, data: Payload, **more: object) -> Answer:
        """Do something that a client of this version would not, without waiting for what comes of it."""
        return await self._interaction(kind, user, data, {**in_guild(), **more})

    async def press(self, user: int, message: Payload, label: str, at: Payload | None = None) -> Answer:
        """Press a button of a message, or pick from a list."""
        data: Payload = {"custom_id": button_in(message, label), "component_type": 2}
        if not any(one.get("custom_id") == data["custom_id"] for box in message["components"] for one in every(box)):
            data = {"custom_id": "list1", "component_type": 3, "values": [data["custom_id"]]}
        return await self._done(await self._interaction(3, user, data, {**(at or in_guild()), "message": message}))

    async def submit(self, user: int, opened: Answer, values: Mapping[str, object]) -> Answer:
        """Fill in a form and send it; by the keys of its fields."""
        data: Payload = {"custom_id": opened.modal["custom_id"], "components": []}
        for label in opened.modal["components"]:
            inside, key = label["component"], label["component"]["custom_id"]
            chosen = [option["value"] for option in inside.get("options", ()) if option.get("default")]
            value = values.get(key, chosen if inside["type"] == 3 else inside.get("value", ""))
            name = "value" if inside["type"] == 4 else "values"
            data["components"].append(
                {"type": 18, "id": 1, "component": {"type": inside["type"], "id": 2, "custom_id": key, name: value}}
            )
        data["resolved"] = {"attachments": values.get("attachments", {})}
        at: Payload = {key: opened.payload[key] for key in ("guild_id", "context", "channel") if key in opened.payload}
        at["permissions"] = opened.payload.get("member", {}).get("permissions", "0")
        source = {"message": opened.payload["message"]} if "message" in opened.payload else {}
        return await self._done(await self._interaction(5, user, data, {**at, **source}))

    async def say(self, user: int, text: str, *, guild: int | None = GUILD, **extra: object) -> Payload:
        """Write a message; the bot gets its text as Discord would give it: when it is mentioned, or in private."""
        message = self.written(user, text, guild, **extra)
        if guild is not None and f"<@{APPLICATION}>" not in text:
            message["content"] = ""
        await self.dispatch("MESSAGE_CREATE", message)
        return message

    def written(self, user: int, text: str, guild: int | None = GUILD, **extra: object) -> Payload:
        """Make a message of somebody."""
        channel = guild * 10 if guild is not None else private_channel(user)
        message: Payload = {
            "id": str(next(self._ids)),
            "type": 0,
            "channel_id": str(channel),
            "author": user_of(user),
            "content": text,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "pinned": False,
            "mention_everyone": False,
            "mentions": [user_of(APPLICATION)] if f"<@{APPLICATION}>" in text else [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "flags": 0,
            **extra,
        }
        if guild is not None:
            member = self.members.get((guild, user)) or {"roles": [], "joined_at": None, "deaf": False, "mute": False}
            message |= {"guild_id": str(guild), "member": {key: of for key, of in member.items() if key != "user"}}
        return message

    async def answered(self, number: int = 1) -> Payload:
        """Wait for so many messages of the bot, and give the last of them."""
        await self.until(lambda: len(self.messages) >= number)
        return self.messages[number - 1]

    async def dispatch(self, event: str, data: object) -> None:
        """Send an event to the bot: what concerns a server, to the shard that has it."""
        self._sequence += 1
        payload = {"op": 0, "t": event, "s": self._sequence, "d": data}
        self._sent.append(payload)
        for socket in self._sockets:
            if not socket.closed and _concerns(data, event, self._shards.get(socket)):
                await socket.send_json(payload)

    async def drop(self, code: int = 4000) -> None:
        """Close the connection, as happens every few hours."""
        for socket in list(self._sockets):
            await socket.close(code=code)

    async def invalidate(self) -> None:
        """Say that the session is over."""
        self.identified.clear()
        for socket in self._sockets:
            if not socket.closed:
                await socket.send_json({"op": 9, "d": False})

    async def _interaction(self, kind: int, user: int, data: Payload, at: Payload) -> Answer:
        number = next(self._ids)
        payload: Payload = {
            "id": str(number),
            "application_id": str(APPLICATION),
            "type": kind,
            "token": f"token-{number}",
            "version": 1,
            "data": data,
            "locale": "en-US",
            "entitlements": [],
            "attachment_size_limit": 10_000_000,
            "authorizing_integration_owners": {"0": at["guild_id"]} if at.get("guild_id") else {"1": str(user)},
            "app_permissions": "0",
            **at,
        }
        permissions = payload.pop("permissions", "0")
        if "guild_id" in payload:
            member = self.members.get((int(payload["guild_id"]), user)) or {"user": user_of(user), "roles": []}
            joined = {"joined_at": None, "deaf": False, "mute": False, "flags": 0}
            payload["member"] = {**joined, **member, "permissions": permissions}
        else:
            payload["user"] = user_of(user)
        answer = self._answers[payload["token"]] = Answer(payload)
        await self.dispatch("INTERACTION_CREATE", payload)
        return answer

    async def _done(self, answer: Answer) -> Answer:
        async with asyncio.timeout(PATIENCE):
            await answer.last.wait()
        return answer

    # What the bot sends.

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}, "s": None, "t": None})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            await self._heard(socket, json.loads(message.data))
        return socket

    async def _heard(self, socket: web.WebSocketResponse, payload: Payload) -> None:
        match payload["op"]:
            case 1:
                await socket.send_json({"op": 11})
            case 2 if payload["d"]["intents"] & self.privileged:
                await socket.close(code=4014)
            case 2:
                self._sockets.append(socket)
                await self._ready(socket, payload["d"])
            case 6:
                self._sockets.append(socket)
                for missed in self._sent:
                    if missed["s"] > payload["d"]["seq"]:
                        await socket.send_json(missed)
                await self.dispatch("RESUMED", {})
                self.resumed += 1
            case 8:
                await self._told_members(int(payload["d"]["guild_id"]), payload["d"].get("nonce"))
            case _:
                pass
        async with self._changed:
            self._changed.notify_all()

    async def _told_members(self, guild: int, nonce: str | None) -> None:
        """Tell who belongs to a server."""
        members = [member for (at, _), member in self.members.items() if at == guild]
        chunk = {"guild_id": str(guild), "members": members, "chunk_index": 0, "chunk_count": 1, "nonce": nonce}
        await self.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    async def _ready(self, socket: web.WebSocketResponse, identified: Payload) -> None:
        self.identified.append(identified)
        self._shards[socket] = shard = tuple(identified.get("shard", (0, 1)))
        mine = [one for guild, one in self.guilds.items() if _is_of(guild, shard)]
        ready = {
            "v": 10,
            "user": user_of(APPLICATION),
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in mine],
            "session_id": "session",
            "resume_gateway_url": self.environment["DISCORD_GATEWAY_URL"],
            "application": {"id": str(APPLICATION), "flags": 0},
            "shard": identified.get("shard", [0, 1]),
        }
        self._sequence += 1
        await socket.send_json({"op": 0, "t": "READY", "s": self._sequence, "d": ready})
        for guild in mine:
            await self.dispatch("GUILD_CREATE", {**guild, "unavailable": False})

    async def _cdn(self, request: web.Request) -> web.Response:
        found = self.files.get(request.match_info["path"])
        return web.Response(status=404) if found is None else web.Response(body=found)

    async def _rest(self, request: web.Request) -> web.Response:
        path = f"{request.method} /{request.match_info['path']}"
        self.requests.append(path)
        fault = next((self.faults[at].popleft() for at in self.faults if path.startswith(at) and self.faults[at]), None)
        if fault is None:
            body, files = await _body_of(request)
            status, answer = await self._handled(path, body, files)
        else:
            status, answer = fault
        async with self._changed:
            self._changed.notify_all()
        if status == 204:
            return web.Response(status=204)
        headers = {"Via": "1.1 google", "Content-Type": "application/json"}
        return web.Response(status=status, body=json.dumps(answer).encode(), headers=headers)

    async def _handled(self, path: str, body: Any, files: int) -> tuple[int, object]:  # noqa: ANN401, C901 — JSON; a table
        method, _, address = path.partition(" ")
        match (method, *address.strip("/").split("/")):
            case ("GET", "users", "@me"):
                return 200, {**user_of(APPLICATION), "bot": True}
            case ("GET", "oauth2", "applications", "@me"):
                return 200, self.application
            case ("GET", "gateway", "bot"):
                limit = {"total": 1000, "remaining": self.starts, "reset_after": 0, "max_concurrency": 1}
                return 200, {"url": "wss://nowhere.invalid", "shards": 1, "session_start_limit": limit}
            case ("PUT", "applications", _, *where):
                self.commands["/".join(where)] = body
                self.syncs += 1
                return 200, [{"description": "", **one, "id": str(next(self._ids)), **_registered()} for one in body]
            case ("GET", "guilds", guild, "members", user):
                member = self.members.get((int(guild), int(user)))
                return (200, member) if member else (404, {"message": "Unknown Member", "code": 10007})
            case ("GET", "guilds", guild):
                return 200, self.guilds[int(guild)]
            case ("GET", "guilds", guild, "audit-logs"):
                logged = self.audit_logs.get(int(guild), [])
                return 200, {"audit_log_entries": logged, "users": [user_of(int(one["user_id"])) for one in logged]}
            case ("POST", "users", "@me", "channels"):
                to = int(body["recipient_id"])
                return 200, {"id": str(private_channel(to)), "type": 1, "recipients": [user_of(to)]}
            case ("POST", "channels", channel, "messages"):
                return self._posted(channel, body, files)
            case ("POST", "interactions", _, token, "callback"):
                return self._called_back(self._answers[token], body, files)
            case (_, "webhooks", _, token, *rest):
                return self._hooked(method, self._answers[token], rest, body, files)
            case _:
                self.wrong.append(f"{path} is not played")
                return 501, {"message": path, "code": 0}

    def _posted(self, channel: str, body: Payload, files: int) -> tuple[int, object]:
        same = [one for one in self.messages if one["nonce"] == body.get("nonce")]
        if same:
            return 200, same[0]
        message = self._message(body, files, channel)
        pinged = [int(user) for user in body["allowed_mentions"].get("users", ())]
        more = {"nonce": body.get("nonce"), "reference": body.get("message_reference"), "pinged": pinged}
        self.messages.append({**message, **more})
        return 200, message

    def _called_back(self, answer: Answer, body: Payload, files: int) -> tuple[int, object]:
        if answer.callback:
            self.wrong.append("answered twice")
            return 400, {"message": "Interaction has already been acknowledged.", "code": 40060}
        answer.callback = body
        answer.calls.append(f"callback {body['type']}")
        data = body.get("data") or {}
        if body["type"] in {4, 7}:
            answer.message = self._message(data, files, answer.payload["channel"]["id"])
        elif body["type"] == 6:
            answer.message = answer.payload["message"]
        elif body["type"] == 9:
            self.wrong += faults_of_modal(data)
        answer.first.set()
        if body["type"] not in {5, 6}:
            answer.last.set()
        interaction = {"id": answer.payload["id"], "type": answer.payload["type"], "response_message_id": "1"}
        resource = {"resource": {"type": body["type"], "message": answer.message}} if body["type"] in {4, 7} else {}
        return 200, {"interaction": interaction, **resource}

    def _hooked(self, method: str, answer: Answer, rest: list[str], body: Payload, files: int) -> tuple[int, object]:
        answer.calls.append(f"{method} {'original' if rest else 'followup'}")
        if method == "DELETE":
            answer.message = None
            return 204, None
        message = self._message(body, files, answer.payload["channel"]["id"])
        if method == "PATCH":
            answer.message = message
        else:
            answer.followups.append({**message, "flags": body.get("flags", 0)})
        answer.last.set()
        return 200, message

    def _message(self, body: Payload, files: int, channel: str) -> Payload:
        """Take a message, and note what Discord would not have taken."""
        for box in body.get("components") or ():
            self.wrong += faults_of(box, files)
        if not body.get("flags", 0) & LAYOUT or body.get("content") or body.get("embeds"):
            self.wrong.append("a message that is not one box")
        if body.get("allowed_mentions", {}).get("parse") != []:
            self.wrong.append("a message that may ping people")
        made = self.written(APPLICATION, "", None)
        return {**made, "channel_id": channel, "components": body.get("components", []), "flags": body.get("flags", 0)}


def _is_of(guild: int, shard: tuple[int, int]) -> bool:
    number, count = shard
    return (guild >> 22) % count == number


def _concerns(data: object, event: str, shard: tuple[int, int] | None) -> bool:
    """Tell whether a shard hears of an event; of what is in no server all do."""
    if shard is None or not isinstance(data, dict):
        return True
    guild = data["id"] if event in {"GUILD_CREATE", "GUILD_DELETE"} else data.get("guild_id")
    return guild is None or _is_of(int(guild), shard)


def user_of(user: int) -> Payload:
    """Describe somebody."""
    return {"id": str(user), "username": f"user{user}", "discriminator": "0", "avatar": None, "global_name": None}


def private_channel(user: int) -> int:
    """Number the direct messages with somebody."""
    return 900_000 + user


def in_guild(guild: int = GUILD, **more: object) -> Payload:
    """Say that something happens in a server of the bot."""
    channel = {"id": str(guild * 10), "type": 0, "name": "general", "permissions": "0", "position": 0, "flags": 0}
    return {"guild_id": str(guild), "context": 0, "channel": channel, **more}


def as_manager(guild: int = GUILD) -> Payload:
    """Say that somebody does it who may manage the server."""
    return in_guild(guild, permissions=str(MANAGE_GUILD))


def in_private(user: int) -> Payload:
    """Say that something happens in direct messages with the bot."""
    return {"context": 1, "channel": {"id": str(private_channel(user)), "type": 1, "recipients": [user_of(user)]}}


def in_foreign_guild(user: int, guild: int = 77) -> Payload:
    """Say that something happens in a server that the bot does not belong to; there the person may do everything."""
    return {**in_guild(guild, permissions=str(8)), "authorizing_integration_owners": {"1": str(user)}}


def _command(command: str, options: Mapping[str, object], focused: str = "") -> Payload:
    name, *path = command.split()
    given: list[Payload] = [_option(key, value, is_focused=key == focused) for key, value in options.items()]
    for depth, word in enumerate(reversed(path)):
        given = [{"name": word, "type": 2 if depth else 1, "options": given}]
    return {"id": "1", "name": name, "type": 1, "options": given, "resolved": dict(_resolved(options))}


def _option(key: str, value: object, *, is_focused: bool) -> Payload:
    match value:
        case bool():
            return {"name": key, "type": 5, "value": value}
        case {"id": known, "url": _}:
            return {"name": key, "type": 11, "value": known}
        case {"id": known}:
            return {"name": key, "type": 9, "value": known}
        case _:
            return {"name": key, "type": 3, "value": value, **({"focused": True} if is_focused else {})}


def _resolved(options: Mapping[str, object]) -> Iterator[tuple[str, Payload]]:
    for value in options.values():
        match value:
            case {"id": known, "username": _}:
                yield "users", {str(known): value}
            case {"id": known, "url": _}:
                yield "attachments", {str(known): value}
            case {"id": known}:
                yield "roles", {str(known): value}
            case _:
                pass


def _application() -> Payload:
    return {
        "id": str(APPLICATION),
        "name": "malmoi",
        "description": "",
        "icon": None,
        "rpc_origins": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": user_of(OWNER),
        "team": None,
        "summary": "",
    }


def _registered() -> Payload:
    return {"application_id": str(APPLICATION), "version": "1", "default_member_permissions": None}


async def _body_of(request: web.Request) -> tuple[Any, int]:
    if not request.content_type.startswith("multipart/"):
        return (json.loads(await request.read()), 0) if request.can_read_body else (None, 0)
    body, files = None, 0
    async for part in await request.multipart():
        assert not isinstance(part, list)
        raw = await part.read()  # type: ignore[union-attr]  # a part of a part is nothing that discord.py sends
        if part.name == "payload_json":  # type: ignore[union-attr]  # as above
            body = json.loads(raw)
        else:
            files += 1
    return body, files
