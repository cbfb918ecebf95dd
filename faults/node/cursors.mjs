// Looks into a cursor, which no page ever should: [the topic id's first 8 digits, partition, offset].
export function position(cursor) {
  const bytes = Buffer.from(cursor, "base64url");
  return [bytes.toString("hex", 1, 5), bytes.readInt32BE(17), Number(bytes.readBigInt64BE(21))];
}
