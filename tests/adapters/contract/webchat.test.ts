import { holdsTheContract } from './expectations';
import { webchatSide } from './webchat-side';

jest.setTimeout(60_000);

holdsTheContract(webchatSide);
