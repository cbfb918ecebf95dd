// Puts a proxy in front of two servers and runs the standard client through it:
//   node sticky.mjs <url of one server> <url of the other> <client package>
// Prints a line for each claim that holds; ends with an error at the first that does not.
import assert from "node:assert/strict";
import http from "node:http";

const [one, other, client] = process.argv.slice(2);
const { io } = await import(client);
const PATIENCE_MS = 10_000;

/** Sends each request to the next server, or, while it is sticky, all of a client to one. */
class Proxy {
  sticky = false;
  /** Whether WebSockets go to another server than the requests before them. */
  upgradesGoAstray = false;
  /** What the servers answered that was no success. */
  refusals = [];
  #servers = [one, other];
  #next = 0;
  #http = http.createServer((request, response) => this.#forward(request, response));

  constructor() {
    this.#http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  async listen() {
    await new Promise((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${this.#http.address().port}`;
  }

  #send(request, isUpgrade) {
    if (!this.sticky) this.#next = 1 - this.#next;
    const server = isUpgrade && this.upgradesGoAstray ? 1 - this.#next : this.#next;
    const { method, headers, url } = request;
    return http.request(this.#servers[server] + url, { method, headers });
  }

  #forward(request, response) {
    const onward = this.#send(request, false);
    onward.on("response", (answer) => {
      const body = [];
      answer.on("data", (chunk) => body.push(chunk));
      answer.on("end", () => {
        const text = Buffer.concat(body);
        if (answer.statusCode !== 200) this.refusals.push(text.toString());
        response.writeHead(answer.statusCode, { "content-type": answer.headers["content-type"] ?? "text/plain" });
        response.end(text);
      });
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }

  #upgrade(request, socket, head) {
    const onward = this.#send(request, true);
    onward.on("upgrade", (answer, upstream, rest) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(["HTTP/1.1 101 Switching Protocols", ...lines, "", ""].join("\r\n"));
      socket.write(rest);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
    });
    onward.on("response", (answer) => {
      this.refusals.push(`upgrade: ${answer.statusCode}`);
      socket.destroy();
    });
    onward.on("error", () => socket.destroy());
    onward.end();
  }
}

function once(emitter, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), PATIENCE_MS);
    emitter.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}

async function answers(socket) {
  const answer = new Promise((resolve) => socket.emit("answer", "here", resolve));
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE_MS).unref());
  assert.equal(await Promise.race([answer, late]), "here");
}

async function claim(sentence, check) {
  await check();
  console.log(sentence);
}

const proxy = new Proxy();
const url = await proxy.listen();
const options = { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 100 };

await claim("never connects by polling where its requests never stay with one server", async () => {
  const socket = io(url, { ...options, transports: ["polling"] });
  let connected = false;
  socket.on("connect", () => (connected = true));
  let failures = 0;
  await new Promise((resolve) => {
    socket.io.on("reconnect_attempt", () => ++failures === 5 && resolve());
  });
  assert.equal(connected, false);
  assert.ok(proxy.refusals.length >= 4);
  assert.ok(proxy.refusals.every((body) => body === '{"code":1,"message":"Session ID unknown"}'), proxy.refusals[0]);

  proxy.sticky = true;
  await once(socket, "connect");
  await answers(socket);
  socket.disconnect();
});

await claim("comes back by polling after a request went to the wrong server", async () => {
  proxy.sticky = true;
  const socket = io(url, { ...options, transports: ["polling"] });
  await once(socket, "connect");
  await answers(socket);
  const before = socket.id;

  const dropped = once(socket, "disconnect");
  proxy.sticky = false;
  socket.emit("answer", "lost on the way", () => {});
  const [reason] = await dropped;
  assert.equal(reason, "transport error");
  proxy.sticky = true;

  await once(socket, "connect");
  assert.notEqual(socket.id, before);
  await answers(socket);
  socket.disconnect();
});

await claim("needs no stickiness over a WebSocket alone", async () => {
  proxy.sticky = false;
  const sockets = [0, 1].map(() => io(url, { ...options, transports: ["websocket"] }));
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  await Promise.all(sockets.map(answers));
  sockets.forEach((socket) => socket.disconnect());
});

await claim("stays with polling where its upgrade goes to the wrong server", async () => {
  proxy.sticky = true;
  proxy.upgradesGoAstray = true;
  const socket = io(url, { ...options, transports: ["polling", "websocket"] });
  const astray = once(socket.io.engine, "upgradeError");
  await once(socket, "connect");
  await astray;
  assert.equal(proxy.refusals.at(-1), "upgrade: 400");
  await answers(socket);
  assert.equal(socket.io.engine.transport.name, "polling");
  socket.disconnect();
});

process.exit(0);
