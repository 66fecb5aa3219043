/** The boxes that HEIF, MP4 and QuickTime files are made of (ISO/IEC 14496-12). */

export const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

export function box(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
}

export const fullBox = (type: string, versionAndFlags: number, ...content: Buffer[]) =>
  box(type, u32(versionAndFlags), ...content);
