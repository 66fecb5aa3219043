import { holdsTheContract } from './expectations';
import { botFrameworkSide } from './botframework-side';

jest.setTimeout(60_000);

holdsTheContract(botFrameworkSide);
