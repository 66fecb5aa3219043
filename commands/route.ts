import { text } from 'node:stream/consumers';
import type { Deadlines } from '../hotline/deadlines/deadlines';
import { invalid } from '../hotline/errors';
import type { Routing } from '../hotline/routing';
import type { Contact } from '../hotline/routing/agencies';
import type { Routed } from '../hotline/routing/rules';
import type { Command, CommandIo } from './index';
import { type Known, momentOf, type Options, optionsOf, reportOf } from './route/asked';
import { type Answer, linesOf } from './route/lines';

/** What the command stands on; read when it runs. */
export interface RouteParts extends Known {
  routing: Routing;
  deadlines: Deadlines;
  contacts: Readonly<Record<string, Contact>>;
}

/** `npx hotline route`: who would get a report and by when, and with `--explain` by which rule. Files nothing. */
export function route({ open }: { open: () => RouteParts }): Command {
  return {
    name: 'route',
    usage:
      '[--explain] [--json] [--lane L [--category C] [--text T]] [--urgent] [--source S] ' +
      '[--place NƠI | --province MÃ --commune MÃ] [--at THỜI-ĐIỂM] [< nội dung]',
    summary:
      'phản ánh sẽ đến cơ quan nào, vì quy tắc nào, hạn khi nào; không có --lane thì đọc nội dung và tự hiểu',
    async run(args, io) {
      const options = optionsOf(args);
      const now = momentOf(options);
      const words = await wordsOf(options, io);
      const parts = open();
      const answer = answerOf(reportOf(options, words, parts, now), now, parts);
      const told = options.json
        ? JSON.stringify(jsonOf(answer))
        : linesOf(answer, parts.units, options.explain === true).join('\n');
      io.output.write(`${told}\n`);
      return 0;
    },
  };
}

/** The citizen's words. Standard input is read only when nothing else says what the report is about. */
async function wordsOf({ lane, text: said }: Options, { input }: CommandIo): Promise<string> {
  if (said !== undefined || lane !== undefined) return said ?? '';
  const typed = (input as { isTTY?: boolean }).isTTY ? '' : (await text(input)).trim();
  if (!typed) throw invalid('Cần --lane, hoặc nội dung phản ánh ở --text hay đầu vào chuẩn');
  return typed;
}

function answerOf(report: Routed, now: Date, { routing, deadlines, contacts }: RouteParts): Answer {
  const responsible = routing.responsibleFor(report);
  const term = responsible.term ?? deadlines.termOf(report);
  const deadline = deadlines.from(now, term);
  return {
    ...{ report, tried: routing.explain(report), responsible },
    contact: contacts[responsible.agency?.code ?? ''],
    ...{ term, deadline, dueSoonAt: deadlines.dueSoonAt({ ...report, term, deadline }) },
  };
}

function jsonOf({ report, tried, responsible, contact, term, deadline, dueSoonAt }: Answer): object {
  const { lane, category, urgent, location } = report;
  return {
    report: {
      lane,
      category,
      urgent,
      provinceCode: location.provinceCode,
      communeCode: location.communeCode,
    },
    rules: tried.map(({ rule, unmet }, index) => ({
      ...{ number: index + 1, to: rule.to, why: rule.why, fits: unmet === undefined, unmet: unmet ?? null },
    })),
    ...{ agency: responsible.agency, reason: responsible.reason, accused: responsible.accused ?? [] },
    ...{
      contact: contact ?? null,
      term,
      deadline: deadline.toISOString(),
      dueSoonAt: dueSoonAt.toISOString(),
    },
  };
}
