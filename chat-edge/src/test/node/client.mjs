// The standard client, driven line by line: node client.mjs <client package>
// Takes a JSON object a line on standard input, and prints one a line for all that happens.
import readline from "node:readline";

const { io } = await import(process.argv[2]);
const print = (line) => process.stdout.write(JSON.stringify(line) + "\n");
let socket;

const commands = {
  connect({ url, options }) {
    socket = io(url, { reconnectionDelay: 50, reconnectionDelayMax: 200, randomizationFactor: 0, ...options });
    socket.on("connect", () => print({ kind: "connect", id: socket.id, recovered: socket.recovered ?? false, pid: socket._pid ?? null }));
    socket.on("disconnect", (reason) => print({ kind: "disconnect", reason }));
    socket.on("connect_error", (error) => print({ kind: "connect_error", message: error.message, data: error.data ?? null }));
    socket.onAny((event, ...args) => print({ kind: "event", event, args, offset: socket._lastOffset ?? null }));
  },
  emit({ number, event, args }) {
    socket.emit(event, ...args, (...answer) => print({ kind: "answer", number, answer }));
  },
  // Breaks the transport under the socket, as a lost connection does.
  drop() {
    socket.io.engine.close();
  },
  // Drops again as soon as the next connection is there.
  dropAtNextConnect() {
    socket.once("connect", () => socket.io.engine.close());
  },
  dropAtNextEvent({ event }) {
    socket.once(event, () => socket.io.engine.close());
  },
  disconnect() {
    socket.disconnect();
  },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { command, ...parameters } = JSON.parse(line);
  commands[command](parameters);
}
process.exit(0);
