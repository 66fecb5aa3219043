import { holdsTheContract } from './expectations';
import { zaloSide } from './zalo-side';

jest.setTimeout(60_000);

holdsTheContract(zaloSide(false));
