/** A file as the page sends it. */
export interface Picked {
  name: string;
  bytes: Buffer;
  mime: string;
}

/** What the page sent along with an act. */
export interface Asked {
  fields: Readonly<Record<string, string>>;
  files: readonly Picked[];
}

/** What it answers goes to the page; a message of an error too, in words for whoever plays. */
export type Act = (asked: Asked) => Promise<unknown>;

export function only(files: readonly Picked[]): Picked {
  const [file] = files;
  if (!file) throw new Error('Chưa chọn tệp nào.');
  return file;
}

export function place(fields: Asked['fields']): [latitude: number, longitude: number] {
  const [latitude, longitude] = [Number(fields.latitude), Number(fields.longitude)];
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return [latitude, longitude];
  throw new Error('Toạ độ chưa đúng.');
}
