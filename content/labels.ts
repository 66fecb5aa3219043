import { z } from 'zod';
import { ASPECTS, INTENTS } from '../hotline/labels';
import { CATEGORIES } from '../hotline/ticket/ticket';
import type { Aspect, Category, Intent } from '../nlp/types';

/** The labels of the classifier, as the files of `content/` name them. */
export const intent = z.enum(INTENTS satisfies readonly Intent[]);
export const category = z.enum(CATEGORIES satisfies readonly Category[]);
export const aspect = z.enum(ASPECTS satisfies readonly Aspect[]);
