// Random numbers that follow from a seed alone (mulberry32).
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  // From 0 to 1, without 1.
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(bound) {
    return Math.floor(this.next() * bound);
  }

  of(items) {
    return items[this.below(items.length)];
  }

  // One of the names, as often as its weight says.
  weighted(weights) {
    let left = this.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    return Object.keys(weights).find((name) => (left -= weights[name]) < 0);
  }

  exponential(average) {
    return -Math.log(1 - this.next()) * average;
  }

  uuid() {
    const hex = [...Array(32)].map(() => this.below(16).toString(16));
    hex[12] = "4";
    hex[16] = "89ab"[this.below(4)];
    return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  fork() {
    return new Random(this.below(4294967296));
  }
}
