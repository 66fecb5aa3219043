/** The lines of a topology, the numbers of all in one row: whole ones where the topology is quantised. */
export function packed(arcs: readonly number[][][], quantised: boolean) {
  const points = arcs.reduce((sum, arc) => sum + arc.length, 0);
  const numbers = quantised ? new Int32Array(points * 2) : new Float64Array(points * 2);
  const starts = new Uint32Array(arcs.length + 1);
  let end = 0;
  arcs.forEach((arc, index) => {
    for (const [x = 0, y = 0] of arc) {
      numbers[end++] = x;
      numbers[end++] = y;
    }
    starts[index + 1] = end;
  });

  return {
    /** Those of the given numbers, each at its own place; a negative number is a line taken backwards. */
    unpacked(wanted: readonly number[]): number[][][] {
      const found: number[][][] = [];
      for (const each of wanted) {
        const index = each < 0 ? ~each : each;
        found[index] ??= lineAt(index);
      }
      return found;
    },
  };

  function lineAt(index: number): number[][] {
    const line: number[][] = [];
    for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at += 2)
      line.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
    return line;
  }
}
