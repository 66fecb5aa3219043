/** What a citizen's message can be; fixed, since what is learnt and measured carries these labels. */
export const INTENTS = [
  'report.pollution',
  'report.land',
  'report.misconduct',
  'report.emergency',
  'procedure.ask',
  'regulation.ask',
  'dossier.status',
  'ticket.status',
  'ticket.update',
  'air.quality',
  'hotline.info',
  'staff.request',
  'feedback',
  'help',
  'language.change',
  'greet',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'cancel',
  'out_of_scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What a question about a procedure asks of it. */
export const ASPECTS = [
  'documents',
  'duration',
  'fee',
  'place',
  'steps',
  'eligibility',
  'form',
  'result',
  'legal_basis',
  'general',
] as const;
export type Aspect = (typeof ASPECTS)[number];
