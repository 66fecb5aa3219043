import { DAY, type Clock } from './clock';
import { opaque } from './ids';
import { assetExpired, badParameter, overQuota } from './refusal';
import { type Stored } from './files';

type Kind = 'image' | 'gif' | 'file';

interface Asset {
  kind: Kind;
  file: Stored;
  until: number;
}

/** What the OA uploaded to show it later; kept for seven days. */
export class Assets {
  private readonly byId = new Map<string, Asset>();
  private readonly perMonth = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly monthly: number,
  ) {}

  add(kind: Kind, file: Stored): string {
    const month = new Date(this.clock.now()).toISOString().slice(0, 7);
    const used = (this.perMonth.get(month) ?? 0) + 1;
    if (used > this.monthly) throw overQuota();
    this.perMonth.set(month, used);
    const id = opaque(60);
    this.byId.set(id, { kind, file, until: this.clock.now() + 7 * DAY });
    return id;
  }

  find(kind: Kind, id: string): Stored {
    const asset = this.byId.get(id);
    if (asset?.kind !== kind) throw badParameter('attachment_id or token is unknown');
    if (asset.until < this.clock.now()) throw assetExpired();
    return asset.file;
  }
}
