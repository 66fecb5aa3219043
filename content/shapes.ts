import { z } from 'zod';

const code = z.string().regex(/^\d{2,5}$/);
const text = z.string().min(1);
const texts = z.array(z.union([z.string(), z.number()]).transform(String)).default([]);

export const provinces = z.array(
  z.object({ code, name: text, fullName: text, formedFrom: z.array(text), aliases: z.array(text) }),
);

export const communes = z.array(
  z.object({
    code,
    name: text,
    fullName: text,
    alt: text.optional(),
    type: text,
    provinceCode: code,
    lat: z.number(),
    lon: z.number(),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
);

const codes = z.string().regex(/^\d{5}(?: \d{5})*$/);

export const former = z.array(
  z.object({
    name: text,
    to: code,
    districts: z.array(z.object({ name: text, communes: z.record(z.string(), codes), to: codes.optional() })),
  }),
);

export const controls = z.strictObject({
  skip: texts,
  back: texts,
  cancel: texts,
  restart: texts,
  later: texts,
  resume: texts,
  yes: texts,
  no: texts,
  nothingWrong: texts,
  slips: z.record(text, texts),
  polite: texts,
  onlyAccented: texts,
  rude: texts,
  wish: texts,
  kind: texts,
});

export const concepts = z.record(z.string(), z.array(text).min(1));

export const danger = z.strictObject({
  signs: texts,
  accented: texts,
  ailments: texts,
  victims: texts,
  pairs: z.array(z.strictObject({ these: texts, beside: texts })),
  figures: texts,
  nobody: texts,
  denied: texts,
  feared: texts,
  over: texts,
  past: texts,
  asked: texts,
  supposed: texts,
  still: texts,
  bare: texts,
});

const fact = z.object({ confidence: z.enum(['verified', 'knowledge', 'unknown']), source: text.nullable() });

export const catalogue = z.array(
  z.object({
    id: text,
    name: text,
    field: text,
    level: z.array(z.enum(['trung-uong', 'tinh', 'xa'])),
    agency: text,
    applicants: text,
    documents: texts,
    processing_time: text.nullable(),
    fee: text.nullable(),
    legal_basis: texts,
    result: text,
    online_level: z.union([text, z.number()]).nullable(),
    common_questions: texts,
    note: text.nullable(),
    facts: z.object({
      agency: fact,
      documents: fact,
      processing_time: fact,
      fee: fact,
      legal_basis: fact,
    }),
    review_status: z.enum(['draft', 'approved']),
  }),
);

/** Different words for one thing, under a name of ours. */
export const procedureWords = z.record(z.string(), texts);

export const locale = z.record(z.string(), z.unknown());
