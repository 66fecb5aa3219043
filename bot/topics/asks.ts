import type { TurnScope } from '../turn-scope';
import { airAsks } from './air/thread';
import { dossierAsks } from './dossier/thread';
import { procedureAsks } from './procedures/thread';

/** The last answer asked for a place, a code or a procedure: "hủy" ends that, and nothing else. */
export const topicAsks = (scope: TurnScope): boolean =>
  airAsks(scope) || dossierAsks(scope) || procedureAsks(scope);
