import { z } from 'zod';
import { letters } from '../hotline/letters';
import { LANES } from '../hotline/ticket/ticket';
import type { Gazetteer } from '../nlp/types';
import { category } from './labels';

const text = z.string().min(1);
const lane = z.enum(LANES);

const term = z.union([
  z.strictObject({ workingDays: z.int().positive().max(250) }),
  z.strictObject({ hours: z.number().positive().max(8760) }),
]);

const phrase = text.refine((words) => letters(words).includes(' '), {
  message: 'cần ít nhất hai âm tiết, vì không dấu thì một âm tiết có quá nhiều nghĩa',
});

const kind = z.strictObject({
  code: z.string().regex(/^[A-Z0-9-]{2,20}$/),
  name: text,
  level: z.enum(['commune', 'province', 'single']),
  up: text.optional(),
  calledAlso: z.array(phrase).optional(),
});

const unitsIn = (units: readonly { code: string }[]) => {
  const known = new Set(units.map(({ code }) => code));
  return z.array(
    z
      .string()
      .refine((code) => known.has(code), { error: ({ input }) => `không có đơn vị mã ${String(input)}` }),
  );
};

/** Rules over the units there are: what names an agency or a place that is not there is refused. */
export const routing = ({ provinces, communes }: Gazetteer) =>
  z
    .strictObject({
      status: z.enum(['draft', 'confirmed']),
      agencies: z.record(z.string(), kind),
      appeals: z.array(text),
      rules: z
        .array(
          z.strictObject({
            lane: lane.optional(),
            category: z.array(category).min(1).optional(),
            urgent: z.boolean().optional(),
            words: z.array(phrase).min(1).optional(),
            province: unitsIn(provinces).min(1).optional(),
            commune: unitsIn(communes).min(1).optional(),
            to: text,
            why: text,
            term: term.optional(),
          }),
        )
        .min(1),
    })
    .superRefine(({ agencies, rules }, context) => {
      const refuse = (path: PropertyKey[], name: string): void =>
        context.addIssue({ code: 'custom', path, message: `không có loại cơ quan nào tên ${name}` });
      rules.forEach(({ to }, index) => {
        if (!agencies[to]) refuse(['rules', index, 'to'], to);
      });
      for (const [name, { up }] of Object.entries(agencies))
        if (up !== undefined && !agencies[up]) refuse(['agencies', name, 'up'], up);
    });

const notice = z.strictObject({
  workingDays: z.int().nonnegative().max(60),
  hours: z.number().nonnegative(),
});

export const terms = z.strictObject({
  status: z.enum(['draft', 'confirmed']),
  terms: z.strictObject({
    pollution: z.strictObject({ normal: term, urgent: term }),
    land: z.strictObject({ normal: term, urgent: term }),
    misconduct: z.strictObject({ normal: term, urgent: term }),
  }),
  dueSoon: notice,
  awaitingCitizen: z.strictObject({ remindAfter: term, closeAfter: term }),
});

/** Holidays that count; what is not confirmed is left out. */
export const holidays = z
  .strictObject({
    holidays: z
      .array(z.strictObject({ date: z.iso.date(), name: text, confirmed: z.literal(false).optional() }))
      .min(1),
  })
  .transform(({ holidays: all }) =>
    all.filter(({ confirmed }) => confirmed !== false).map(({ date }) => date),
  );

const decided = z.array(z.strictObject({ date: z.iso.date(), why: text }));

export const swapped = z
  .strictObject({ off: decided, working: decided })
  .superRefine(({ off, working }, context) => {
    const free = new Set(off.map(({ date }) => date));
    working.forEach(({ date }, index) => {
      if (free.has(date))
        context.addIssue({
          code: 'custom',
          path: ['working', index, 'date'],
          message: `${date} vừa nghỉ vừa làm`,
        });
    });
  });

const contact = z.strictObject({
  phone: text.optional(),
  email: z.email().optional(),
  address: text.optional(),
  confirmed: z.strictObject({ by: text, at: z.iso.date() }),
});

/** Contacts of agencies by code; an agency that is not there is refused. */
export const contacts = (codes: ReadonlySet<string>) =>
  z.record(z.string(), contact).superRefine((all, context) => {
    for (const code of Object.keys(all))
      if (!codes.has(code))
        context.addIssue({ code: 'custom', path: [code], message: `không có cơ quan mã ${code}` });
  });
