import { Once } from '../once';
import type { Take } from './router';

/** Updates that come again are not taken again. */
export function once(take: Take): Take {
  const lately = new Once<number>();
  return (update) => lately.take(update.update_id, () => take(update));
}
