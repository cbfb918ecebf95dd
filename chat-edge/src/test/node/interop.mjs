// Runs the standard client against a server: node interop.mjs <url> <client package> <transports>
// Prints a line for each claim that holds; ends with an error at the first that does not.
import assert from "node:assert/strict";

const [url, client, transportList] = process.argv.slice(2);
const { io } = await import(client);
const transports = transportList.split(",");
const upgrades = transports.length > 1;
const PATIENCE_MS = 10_000;

function once(emitter, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), PATIENCE_MS);
    emitter.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}

function open(namespace = "/", options = {}) {
  return io(url + namespace, { transports, forceNew: true, reconnectionDelay: 50, ...options });
}

async function connected(socket) {
  await once(socket, "connect");
  return socket;
}

/** The first client leaves a socket that it has had before as it is. */
function inOther() {
  const other = socket.io.socket("/other");
  return other.active ? other : other.connect();
}

async function claim(sentence, check) {
  await check();
  console.log(sentence);
}

function answerTo(socket, event, ...args) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${event}`)), PATIENCE_MS);
    socket.emit(event, ...args, (...answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

const socket = open("/", { auth: { token: "a token" } });

await claim("connects and brings its auth", async () => {
  const welcome = once(socket, "welcome");
  await connected(socket);
  assert.deepEqual(await welcome, [{ token: "a token" }]);
});

await claim("sends in order, also while it upgrades", async () => {
  const received = [];
  const all = new Promise((resolve) => {
    socket.on("echoed", (number) => {
      received.push(number);
      if (received.length === 300) resolve();
    });
  });
  for (let i = 0; i < 300; i++) {
    socket.emit("echo", i);
    if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await all;
  socket.off("echoed");
  assert.deepEqual(received, [...Array(300).keys()]);
});

await claim(`ends on ${upgrades ? "websocket" : transports[0]}`, async () => {
  const { engine } = socket.io;
  const expected = upgrades ? "websocket" : transports[0];
  if (engine.transport.name !== expected) await once(engine, "upgrade");
  assert.equal(engine.transport.name, expected);
});

await claim("keeps text and JSON as they are", async () => {
  const sent = ["grüße 😀 你好", { a: [1, 2.5, -3e-7, null, true, { b: "\u0000\u202e" }] }, "", []];
  assert.deepEqual(await answerTo(socket, "answer", ...sent), sent);
});

await claim("carries bytes both ways, in events and in answers", async () => {
  const small = Buffer.from([0, 1, 2, 0x1e, 255]);
  const large = Buffer.alloc(300_000, 7);
  const echoed = once(socket, "echoed");
  socket.emit("echo", { deep: [small] }, large);
  const [first, second] = await echoed;
  assert.deepEqual(Buffer.from(first.deep[0]), small);
  assert.deepEqual(Buffer.from(second), large);
  const [answer] = await answerTo(socket, "answer", small);
  assert.deepEqual(Buffer.from(answer), small);
});

await claim("answers what the server asks", async () => {
  socket.once("question", (text, bytes, answer) => answer(text.toUpperCase(), bytes));
  const answered = once(socket, "answered");
  socket.emit("ask-me", "why", Buffer.from([9]));
  const [text, bytes] = await answered;
  assert.equal(text, "WHY");
  assert.deepEqual(Buffer.from(bytes), Buffer.from([9]));
});

await claim("shares its connection among namespaces", async () => {
  const other = socket.io.socket("/other");
  await connected(other);
  assert.deepEqual(await answerTo(other, "answer", 1), [1]);
  assert.notEqual(other.id, socket.id);
  other.disconnect();
  assert.deepEqual(await answerTo(socket, "answer", 2), [2]);
});

await claim("hears why it is refused", async () => {
  const refused = open("/refusing");
  const [error] = await once(refused, "connect_error");
  assert.equal(error.message, "not signed in");
  assert.deepEqual(error.data, { code: "not_signed_in" });
  refused.disconnect();
});

await claim("hears that a namespace does not exist", async () => {
  const unknown = open("/unknown");
  const [error] = await once(unknown, "connect_error");
  assert.equal(error.message, "Invalid namespace");
  unknown.disconnect();
});

await claim("stays away when the server disconnects it", async () => {
  const leaving = await connected(open());
  leaving.emit("disconnect-me");
  assert.equal((await once(leaving, "disconnect"))[0], "io server disconnect");
  assert.equal(leaving.active, false);
});

await claim("comes back into all its namespaces when the server asks it to", async () => {
  const other = await connected(inOther());
  const before = [socket.id, other.id];
  socket.emit("reconnect-me");
  const reasons = await Promise.all([once(socket, "disconnect"), once(other, "disconnect")]);
  assert.deepEqual(reasons.map(([reason]) => reason), ["transport close", "transport close"]);
  await Promise.all([connected(socket), connected(other)]);
  assert.ok(!before.includes(socket.id) && !before.includes(other.id));
  assert.deepEqual(await answerTo(socket, "answer", "again"), ["again"]);
  assert.deepEqual(await answerTo(other, "answer", "there"), ["there"]);
  other.disconnect();
});

await claim("sends what it was told to while it was away", async () => {
  socket.emit("reconnect-me");
  await once(socket, "disconnect");
  const echoed = once(socket, "echoed");
  socket.emit("echo", "from before");
  assert.deepEqual(await echoed, ["from before"]);
});

await claim("carries bytes in a namespace of its own", async () => {
  const other = await connected(inOther());
  const bytes = Buffer.from([1, 2, 3]);
  const echoed = once(other, "echoed");
  other.emit("echo", bytes);
  assert.deepEqual(Buffer.from((await echoed)[0]), bytes);
  other.once("question", (text, answer) => answer(text, bytes));
  const answered = once(other, "answered");
  other.emit("ask-me", "what");
  const [text, answer] = await answered;
  assert.equal(text, "what");
  assert.deepEqual(Buffer.from(answer), bytes);
  other.disconnect();
});

await claim("lives through several heartbeats", async () => {
  let gone = false;
  socket.once("disconnect", () => (gone = true));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  assert.equal(gone, false);
});

socket.disconnect();
process.exit(0);
