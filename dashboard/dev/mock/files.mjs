// Small real files for the pretend platform: pictures, a voice message, a document.
import { deflateSync } from "node:zlib";

import { uuid } from "./state.mjs";

export function photo(filename, width, height, [red, green, blue]) {
  const rows = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const round = Math.hypot(x - width / 2, y - height / 2) < height / 3 ? 40 : 0;
      const shade = Math.round((y / height) * 60) - 30 + round;
      row[1 + x * 3] = Math.max(0, Math.min(255, red + shade));
      row[2 + x * 3] = Math.max(0, Math.min(255, green + shade));
      row[3 + x * 3] = Math.max(0, Math.min(255, blue + shade));
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const bytes = Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
  return { id: uuid(), type: "image/png", filename, bytes };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

export function audio() {
  const rate = 8000;
  const samples = rate * 7;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n += 1) {
    const loudness = Math.abs(Math.sin(n / 2900)) * Math.abs(Math.sin(n / 900)) * 9000;
    bytes.writeInt16LE(Math.round(Math.sin(n / 8) * loudness), 44 + n * 2);
  }
  return { id: uuid(), type: "audio/wav", filename: "", bytes };
}

export const pdf = (filename) => ({ id: uuid(), type: "application/pdf", filename, bytes: Buffer.from("%PDF-1.4\n".padEnd(184_320, " ")) });
