import type { TurnScope } from '../turn-scope';
import { airAsks, airJustTold } from './air/thread';
import { wordCount } from '../../nlp/fold';
import { dossierAsks } from './dossier/thread';
import { procedureAsks, procedureJustTold } from './procedures/thread';

/** The last answer asked for a place, a code or a procedure: "hủy" ends that, and nothing else. */
export const topicAsks = (scope: TurnScope): boolean =>
  airAsks(scope) || dossierAsks(scope) || procedureAsks(scope);

/** "Còn Huế", "thế lệ phí" right after an answer goes on with it. */
export const topicGoesOn = (scope: TurnScope): boolean =>
  GOES_ON.test(scope.heard.key) &&
  wordCount(scope.heard.key) <= FEW &&
  (airJustTold(scope) || procedureJustTold(scope));
const GOES_ON = /^(?:the|vay|con) /;
const FEW = 6;
