"""The standard client for Python, with a handler of one argument.

one_argument.py sync|async default|websocket URL TOKEN ROOM: enters, and prints a JSON line for each thing that happens.
"""

import asyncio
import json
import sys

import socketio

kind, transport, url, token, room = sys.argv[1:]
options = {"auth": {"token": token}, "transports": None if transport == "default" else [transport], "wait_timeout": 30}


def show(**line):
    print(json.dumps(line), flush=True)


def new_message(event):
    show(message=event["message"])


def entered(ack):
    show(entered=ack["ok"], transport=client.transport())


client = socketio.Client() if kind == "sync" else socketio.AsyncClient()
client.on("new_message", new_message)


def run():
    client.connect(url, **options)
    client.emit("enter_room", {"room": room}, callback=entered)
    client.wait()


async def run_async():
    await client.connect(url, **options)
    await client.emit("enter_room", {"room": room}, callback=entered)
    await client.wait()


if kind == "sync":
    run()
else:
    asyncio.run(run_async())
