/** What is short is said again and again: "ẩn danh", "đúng rồi", "bỏ qua". So much of it is remembered. */
const SHORT = 40;
const REMEMBERED = 2_000;

/** The same reading, with what is short kept for the next who says it. What is read must hang on the words alone. */
export function remembering<Read>(read: (message: string) => Read): (message: string) => Read {
  const remembered = new Map<string, Read>();
  return (message) => {
    if (message.length > SHORT) return read(message);
    const before = remembered.get(message);
    if (before !== undefined) return before;
    const fresh = read(message);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(message, fresh);
    return fresh;
  };
}
