// Many people enter one room at once: node bell.mjs <plan.json>
//
// The plan names the addresses of the edges, the room, and the tokens of the people; the first of them enters before all others,
// who connect first and then all enter at the same moment. Prints one JSON object: what everybody was told.
import fs from "node:fs";
import { io } from "client-current";

const { edges, room, tokens } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

class Person {
  frames = 0;
  count = 0;
  foundThere = 0;
  told = new Set();
  doubled = 0;

  constructor(token, url) {
    this.socket = io(url, { auth: { token }, transports: ["websocket"], forceNew: true });
    this.socket.on("user_joined", (event) => this.joined(event));
  }

  joined({ people, count }) {
    this.frames += 1;
    this.count = count;
    for (const { id } of people) {
      this.doubled += this.told.has(id) ? 1 : 0;
      this.told.add(id);
    }
  }

  connected() {
    return new Promise((resolve) => this.socket.once("connect", resolve));
  }

  async enter() {
    const answer = await this.socket.emitWithAck("enter_room", { room });
    this.foundThere = answer.count;
    this.count ||= answer.count;
    return answer.ok;
  }
}

const people = tokens.map((token, i) => new Person(token, edges[i % edges.length]));
await Promise.all(people.map((person) => person.connected()));
const [first, ...others] = people;
await first.enter();
const entered = await Promise.all(others.map((person) => person.enter()));
// Whoever is found there may be told of as well, if the log had their coming later than a list had them.
const knowsAll = (person) => person.count === people.length && person.foundThere + person.told.size >= people.length;
for (let waited = 0; waited < PATIENCE_MS && !people.every(knowsAll); waited += PAUSE_MS) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
console.log(
  JSON.stringify({
    entered: entered.filter(Boolean).length,
    firstWasToldOf: first.told.size,
    framesOfFirst: first.frames,
    mostFrames: Math.max(...people.map((person) => person.frames)),
    missed: people.filter((person) => !knowsAll(person)).length,
    doubled: people.reduce((sum, person) => sum + person.doubled, 0),
  }),
);
process.exit(0);
