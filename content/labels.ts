import { z } from 'zod';
import { CATEGORIES } from '../hotline/ticket/ticket';
import type { Aspect, Intent } from '../nlp/types';

/** The labels of the classifier. They are fixed: what is learnt and measured carries them. */
export const intent = z.enum([
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
] satisfies Intent[]);

export const category = z.enum(CATEGORIES);

export const aspect = z.enum([
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
] satisfies Aspect[]);
