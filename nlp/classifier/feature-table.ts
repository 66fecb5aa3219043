/**
 * Which features a model knows: from hash to row, in two typed arrays. A Map of the same would take ten times the
 * memory, which the running system has not.
 */
export class FeatureTable {
  private readonly mask: number;

  /** @param hashes per place the hash, 0 where it is empty; a power of two long */
  constructor(
    readonly hashes: Uint32Array,
    readonly rows: Uint32Array,
  ) {
    this.mask = hashes.length - 1;
  }

  /** Row by row: the hash of row 0 first. None may be 0, none may come twice. */
  static of(hashes: readonly number[]): FeatureTable {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, hashes.length * 1.3)));
    const table = new FeatureTable(new Uint32Array(size), new Uint32Array(size));
    hashes.forEach((hash, row) => {
      const place = table.placeOf(hash);
      table.hashes[place] = hash;
      table.rows[place] = row;
    });
    return table;
  }

  /** The row of a feature, -1 when it is not known. */
  row(hash: number): number {
    const place = this.placeOf(hash);
    return this.hashes[place] === hash ? (this.rows[place] ?? -1) : -1;
  }

  /** Where the hash stands, or would stand. */
  private placeOf(hash: number): number {
    let place = hash & this.mask;
    while (this.hashes[place] !== 0 && this.hashes[place] !== hash) place = (place + 1) & this.mask;
    return place;
  }
}
