// Hundreds of standard Socket.IO clients that write, lose their connections, stop reading, move between edges and come back,
// and that write down all that they see: node crowd.mjs <plan.json> <diary>
//
// Each client behaves as a careful page does: it keeps what it wrote until it is acknowledged, sends it again under the same id,
// and enters its rooms with its last cursor wherever the session could not be recovered. It takes commands, a word a line, on
// standard input, and prints how it stands, a JSON object a line, a second apart.
import fs from "node:fs";
import readline from "node:readline";
import { io } from "socket.io-client";
import { position } from "./cursors.mjs";
import { digest } from "./digest.mjs";
import { Random } from "./random.mjs";

const plan = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const diary = fs.createWriteStream(process.argv[3], { highWaterMark: 1 << 20 });
const random = new Random(plan.seed);
const writers = [];

const ACK_PATIENCE_MS = 8_000;
const PAUSE_BEFORE_RETRY_MS = 500;
const PATIENCE_WITH_THE_DEAD_MS = 4_000;

// One line of the diary: what happened, to which client, when (ms since 1970), and more.
function note(kind, client, ...more) {
  diary.write(JSON.stringify([kind, client, Date.now(), ...more]) + "\n");
}

class Client {
  constructor(number, { account, token, rooms, transports, isReader }) {
    this.number = number;
    this.account = account;
    this.isReader = isReader;
    this.rooms = new Map(rooms.map((room) => [room, { cursor: null, entered: false }]));
    this.unacknowledged = new Map();
    this.random = random.fork();
    this.isStalled = false;
    this.socket = io(this.random.of(plan.edges), {
      forceNew: true,
      auth: { token },
      transports,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      timeout: 5_000,
    });
    this.listen();
  }

  listen() {
    const { socket } = this;
    socket.on("connect", () => this.connected());
    socket.on("disconnect", (reason) => this.disconnected(reason));
    socket.on("connect_error", (error) => {
      // Whom the server refuses, the client leaves outside for good.
      note(this.socket.active ? "refused" : "turned_away", this.number, error.data?.code ?? error.message);
      this.moveOn();
    });
    socket.on("new_message", (event) => this.saw("message", event.room, event));
    socket.on("message_removed", (event) => this.saw("removed", event.room, event));
    socket.on("user_joined", (event) => this.people(event.room_id, event));
    socket.on("user_left", (event) => this.people(event.room_id, event));
    socket.on("caught_up", ({ room, cursor }) => {
      this.rooms.get(room).cursor = cursor;
      note("caught_up", this.number, room, position(cursor));
    });
    socket.on("room_changed", ({ room, state, muted }) => note("changed", this.number, room, state, muted));
    socket.on("room_closed", ({ room, reason }) => {
      this.rooms.delete(room);
      note("put_out", this.number, room, reason);
    });
  }

  connected() {
    const { recovered } = this.socket;
    note("connect", this.number, this.socket.id, recovered);
    this.rooms.forEach((state, room) => {
      if (!recovered || !state.entered) {
        // Where an answer was lost it may be in, and be told what it missed; so it does not ask for that as well.
        state.cursor = recovered ? null : state.cursor;
        this.enter(room);
      }
    });
    this.sendAgain();
  }

  disconnected(reason) {
    this.isStalled = false;
    this.wasLetGo = true;
    note("disconnect", this.number, reason);
    if (reason === "io server disconnect") {
      this.connectLater();
    }
    this.moveOn();
  }

  connectLater() {
    setTimeout(() => this.isGone || this.socket.connect(), PAUSE_BEFORE_RETRY_MS);
  }

  // The next attempt goes to whatever edge.
  moveOn() {
    this.socket.io.uri = this.random.of(plan.edges);
  }

  enter(room) {
    const state = this.rooms.get(room);
    if (!state) {
      return;
    }
    const { socket } = this;
    const { id } = socket;
    state.entered = false;
    const asked = (state.asked = (state.asked ?? 0) + 1);
    const request = state.cursor ? { room, cursor: state.cursor } : { room };
    note("enter", this.number, room, state.cursor ? position(state.cursor) : null);
    socket.timeout(ACK_PATIENCE_MS).emit("enter_room", request, (timeout, answer) => {
      if (socket.id !== id) {
        return;
      }
      if (timeout || !answer.ok) {
        note("not_entered", this.number, room, timeout ? "no_answer" : answer.error.code);
        if (timeout || answer.error.retryable) {
          setTimeout(() => socket.connected && state.asked === asked && this.enter(room), PAUSE_BEFORE_RETRY_MS);
        }
        return;
      }
      state.entered = true;
      if (!answer.resumed) {
        state.cursor = answer.cursor;
      }
      note("entered", this.number, room, position(answer.cursor), answer.resumed ?? null, present(answer));
      this.sendAgain();
    });
  }

  saw(kind, room, event) {
    const state = this.rooms.get(room);
    if (state) {
      state.cursor = event.cursor;
    }
    note(kind, this.number, room, position(event.cursor), event.id, digest(event.user_id, event.message));
  }

  people(room, event) {
    const state = this.rooms.get(room);
    if (state) {
      state.cursor = event.cursor;
    }
    note("people", this.number, room, present(event));
  }

  write() {
    const rooms = [...this.rooms.keys()];
    if (this.isGone || rooms.length === 0) {
      return;
    }
    const message = { room: this.random.of(rooms), id: this.random.uuid(), message: this.text() };
    this.unacknowledged.set(message.id, message);
    note("write", this.number, message.room, message.id);
    this.send(message);
  }

  text() {
    return `${this.number} says ${"x".repeat(this.random.below(plan.longestMessage))}`;
  }

  sendAgain() {
    this.unacknowledged.forEach((message) => this.send(message));
  }

  send(message) {
    const { socket } = this;
    const room = this.rooms.get(message.room);
    if (!room) {
      this.unacknowledged.delete(message.id);
      return;
    }
    if (!socket.connected || !room.entered || message.isUnderway) {
      return;
    }
    const { id } = socket;
    message.isUnderway = true;
    const { room: where, id: messageId, message: text } = message;
    socket.timeout(ACK_PATIENCE_MS).emit("send_message", { room: where, id: messageId, message: text }, (timeout, answer) => {
      message.isUnderway = false;
      if (!timeout && answer.ok) {
        this.unacknowledged.delete(messageId);
        note("ack", this.number, where, messageId, answer.id, position(answer.cursor));
      } else if (!timeout && !answer.error.retryable) {
        this.unacknowledged.delete(messageId);
        note("refusal", this.number, where, messageId, answer.error.code);
      } else {
        note("no_ack", this.number, where, messageId, timeout ? "no_answer" : answer.error.code);
        setTimeout(() => this.unacknowledged.has(messageId) && this.send(message), PAUSE_BEFORE_RETRY_MS);
      }
      if (socket.id !== id && this.unacknowledged.has(messageId)) {
        this.send(message);
      }
    });
  }

  // What networks and people do to a connection.
  suffer() {
    if (!this.socket.connected || this.isStalled || this.isGone) {
      return;
    }
    const { engine } = this.socket.io;
    const tcp = engine.transport.ws?._socket;
    const way = this.random.weighted({ drop: 4, reset: tcp ? 4 : 0, stall: tcp ? 1 : 0, leave: 1, reload: 2 });
    note("suffer", this.number, way);
    if (way === "drop") {
      engine.close();
    } else if (way === "reset") {
      tcp.resetAndDestroy();
    } else if (way === "stall") {
      this.stall(tcp, 1_000 + this.random.below(6_000));
    } else {
      if (way === "reload") {
        this.rooms.forEach((state) => (state.cursor = null));
      }
      this.socket.disconnect();
      setTimeout(() => this.isGone || this.socket.connect(), this.random.below(1_000));
    }
  }

  // Reads nothing for a while, and then has a broken connection.
  stall(tcp, ms) {
    this.isStalled = true;
    tcp.pause();
    setTimeout(() => {
      this.isStalled = false;
      tcp.destroy();
    }, ms);
  }

  // Reads nothing until the server lets it go, or told to read again.
  hang() {
    const tcp = this.socket.io.engine?.transport.ws?._socket;
    if (tcp && this.socket.connected) {
      note("hang", this.number);
      this.wasLetGo = false;
      this.hung = tcp;
      tcp.pause();
    }
  }

  // Whoever was let go meanwhile learns of it now, behind what had come before.
  readAgain() {
    if (!this.hung) {
      return;
    }
    const { id } = this.socket;
    this.hung.resume();
    setTimeout(() => {
      this.hung = undefined;
      if (this.socket.connected && this.socket.id === id && !this.wasLetGo) {
        note("not_let_go", this.number);
      }
    }, PATIENCE_WITH_THE_DEAD_MS);
  }
}

function present(answer) {
  return answer.present.map((person) => person.id);
}

const clients = plan.clients.map((each, number) => new Client(number, each));

// Calls back again and again, at random times that are so many ms apart on average.
function nowAndThen(averageMs, action) {
  const timer = { handle: undefined };
  const next = () => {
    timer.handle = setTimeout(() => {
      action();
      next();
    }, random.exponential(averageMs));
  };
  next();
  return timer;
}

const commands = {
  // Everybody writes, and suffers.
  begin() {
    for (const client of clients) {
      if (plan.writeEveryMs > 0 && !client.isReader) {
        writers.push(nowAndThen(plan.writeEveryMs, () => client.write()));
      }
      if (plan.sufferEveryMs > 0) {
        writers.push(nowAndThen(plan.sufferEveryMs, () => client.suffer()));
      }
    }
  },
  // Nobody writes or suffers any more, until everybody begins again.
  calm() {
    writers.splice(0).forEach((timer) => clearTimeout(timer.handle));
    clients.forEach((client) => client.readAgain());
  },
  // Those who only read stop doing so.
  hang() {
    clients.filter((client) => client.isReader).forEach((client) => client.hang());
  },
  // Everybody writes once.
  write() {
    clients.filter((client) => !client.isReader).forEach((client) => client.write());
  },
  // The even ones leave for good.
  leave() {
    for (const client of clients.filter(({ number }) => number % 2 === 0)) {
      client.isGone = true;
      client.unacknowledged.clear();
      client.socket.disconnect();
    }
  },
  // What happens from here on is nobody's fault.
  end() {
    note("end", null);
    clients.forEach((client) => client.socket.disconnect());
    diary.end(() => process.exit(0));
  },
};

function standing() {
  const unacknowledged = clients.reduce((sum, client) => sum + client.unacknowledged.size, 0);
  const settled = clients.filter(
    ({ isGone, hung, socket, rooms }) =>
      isGone || (!hung && socket.connected && [...rooms.values()].every((room) => room.entered)),
  ).length;
  const connected = clients.filter((client) => client.socket.connected).length;
  process.stdout.write(JSON.stringify({ commands: obeyed, connected, settled, unacknowledged }) + "\n");
}

let obeyed = 0;
setInterval(standing, 250);
for await (const line of readline.createInterface({ input: process.stdin })) {
  commands[line.trim()]();
  obeyed++;
}
commands.end();
