import { holdsTheContract } from './expectations';
import { telegramSide } from './telegram-side';

jest.setTimeout(60_000);

holdsTheContract(telegramSide('polling'));
