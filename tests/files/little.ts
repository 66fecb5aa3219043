/** Numbers with the lowest byte first, as zip and GIF files have them. */
export const u16le = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);

export function u32le(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
