import { wordSet } from './word-set';

/** Before a name, for whoever is not of one's own age; the eldest of a family and the next ones are called by a number behind them. */
export const ELDERS = wordSet('anh chị cô chú bác ông bà dì cậu mợ thím');

/** Before the name of a person. Without its accent "thầy" is also "thấy". */
export const TITLES: ReadonlySet<string> = new Set([...ELDERS, 'thầy']);
