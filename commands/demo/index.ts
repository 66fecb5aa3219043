import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { HotlineError, invalid } from '../../hotline/errors';
import type { SampleCase, SampleStore } from '../../hotline/samples';
import type { StaffAccount, StaffStore } from '../../hotline/staff';
import { wallClock } from '../../hotline/vietnam-time';
import type { Command, CommandIo } from '../index';
import { cases } from './cases';
import type { Cast } from './cast';
import { dice } from './dice';
import { moments } from './moments';
import { type SampleAccount, staffOf } from './people';

const BATCH = 250;
const MOST_TICKETS = 1_000_000;
const TELL_EVERY = 5_000;
/** Bắc Ninh: industry, craft villages and paddies. */
const HOME = '24';

/** What the command works with, opened only when it runs. */
export interface DemoHouse {
  samples: SampleStore;
  staff: StaffStore;
  cast: Cast;
  /** Numbers from 0 up to 1 that follow from a seed. */
  chances: (seed: number) => () => number;
  /** The secret of a ticket, told to the operator for one of them. */
  secretOf: (code: string) => string;
}

export interface DemoParts {
  withHouse: <T>(work: (house: DemoHouse) => Promise<T>) => Promise<T>;
  now?: () => Date;
}

/** `npx hotline demo`: made-up reports with their whole lives, so that the console has something to show. */
export function demo({ withHouse, now = () => new Date() }: DemoParts): Command {
  return {
    name: 'demo',
    usage: '[--tickets N] [--months M] [--province MÃ] [--seed S] [--password-stdin] | --reset',
    summary: 'nạp dữ liệu mẫu (mọi thứ ghi rõ [MẪU]) vào hệ thống còn trống; --reset xóa dữ liệu mẫu',
    async run(args, io) {
      const asked = readArgs(args);
      const password = asked.passwordStdin ? (await text(io.input)).replace(/\r?\n$/, '') : undefined;
      return withHouse((house) =>
        asked.reset ? reset(house, io) : fill(house, { ...asked, password, now: now() }, io),
      );
    },
  };
}

function readArgs(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '300' },
      months: { type: 'string', default: '6' },
      seed: { type: 'string', default: '1' },
      province: { type: 'string', default: HOME },
      'password-stdin': { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
    },
  });
  return {
    tickets: whole('--tickets', values.tickets, 1, MOST_TICKETS),
    months: whole('--months', values.months, 1, 60),
    seed: whole('--seed', values.seed, 0, 2 ** 31 - 1),
    province: values.province,
    passwordStdin: values['password-stdin'],
    reset: values.reset,
  };
}

function whole(option: string, typed: string, least: number, most: number): number {
  const number = Number(typed);
  if (!/^\d+$/.test(typed) || number < least || number > most)
    throw invalid(`${option}: cần một số nguyên từ ${least} đến ${most}.`);
  return number;
}

async function reset({ samples }: DemoHouse, io: CommandIo): Promise<number> {
  const removed = await samples.remove();
  io.say(`Đã xóa ${removed} phản ánh mẫu cùng hội thoại, tệp và tài khoản mẫu.`);
  return 0;
}

interface Wish {
  tickets: number;
  months: number;
  seed: number;
  province: string;
  password: string | undefined;
  now: Date;
}

async function fill(house: DemoHouse, wish: Wish, io: CommandIo): Promise<number> {
  const { samples, cast } = house;
  if (!cast.provinces.some(({ code }) => code === wish.province))
    throw invalid(`--province: không có tỉnh, thành phố mã "${wish.province}".`);
  await refuseFilled(samples);
  await samples.begin({ tickets: wish.tickets, seed: wish.seed });
  const chance = dice(house.chances(wish.seed));
  const added = await addStaff(house, wish);
  const filings = await numbered(samples, moments(wish.tickets, wish.months, wish.now, chance));
  const lives = cases({
    cast,
    dice: chance,
    home: wish.province,
    filings,
    staff: added.map(({ account }) => account),
    now: wish.now,
  });
  await writeAll(samples, lives, io);
  await samples.finish();
  report(house, wish, added, filings, io);
  return 0;
}

async function refuseFilled(samples: SampleStore): Promise<void> {
  const state = await samples.state();
  const refuse = (message: string): never => {
    throw new HotlineError('not_empty', 409, message);
  };
  if (state.real)
    refuse('Hệ thống đã có phản ánh hoặc hội thoại thật; chỉ nạp dữ liệu mẫu vào hệ thống còn trống.');
  if (state.samples === 'all')
    refuse('Dữ liệu mẫu đã có sẵn. Muốn nạp lại: npx hotline demo --reset, rồi npx hotline demo.');
  if (state.samples === 'partly')
    refuse(
      'Lần nạp dữ liệu mẫu trước đứt giữa chừng. Hãy chạy: npx hotline demo --reset, rồi npx hotline demo.',
    );
}

interface Added {
  account: StaffAccount;
  password: string;
}

async function addStaff({ staff, cast }: DemoHouse, { province, password }: Wish): Promise<Added[]> {
  const accounts = staffOf(agenciesOf(cast, province));
  const adding = accounts.map(async (account: SampleAccount) => {
    // No word of it stands in an account's name or e-mail, which the store would refuse.
    const own = password ?? randomBytes(12).toString('base64url');
    return { account: await staff.add({ ...account, password: own }), password: own };
  });
  return Promise.all(adding);
}

/** Who gets reports of water and of waste at the busiest place. */
function agenciesOf({ routing, communes }: Cast, province: string) {
  const [busy] = communes.filter(({ provinceCode }, at) => provinceCode === province && at % 7 === 0);
  const location = {
    text: '',
    provinceCode: province,
    communeCode: busy?.code ?? null,
    lat: null,
    lon: null,
  };
  const common = { lane: 'pollution', urgent: false, location, description: '', source: null } as const;
  return {
    department: routing.responsibleFor({ ...common, category: 'water' }).agency,
    commune: routing.responsibleFor({ ...common, category: 'solid_waste' }).agency,
  };
}

/** Numbers run through each year, in the order in which reports came in. */
async function numbered(samples: SampleStore, times: readonly Date[]) {
  const yearOf = (at: Date): number => wallClock(at).getUTCFullYear();
  const years = [...new Set(times.map(yearOf))];
  const next = new Map<number, number>();
  for (const year of years)
    next.set(year, await samples.takeNumbers(year, times.filter((at) => yearOf(at) === year).length));
  return times.map((at) => {
    const year = yearOf(at);
    const number = next.get(year) ?? 0;
    next.set(year, number + 1);
    return { at, code: `XH-${year}-${String(number).padStart(6, '0')}` };
  });
}

async function writeAll(
  samples: SampleStore,
  lives: AsyncIterable<SampleCase>,
  { say }: CommandIo,
): Promise<void> {
  let batch: SampleCase[] = [];
  let told = 0;
  let writing = Promise.resolve();
  // While one batch is being written the next one is told.
  const send = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await writing;
    writing = samples.write(full);
    // Its failure is met where it is awaited.
    writing.catch(() => undefined);
  };
  for await (const each of lives) {
    batch.push(each);
    if (++told % TELL_EVERY === 0) say(`  ${told.toLocaleString('vi-VN')} phản ánh…`);
    if (batch.length === BATCH) await send();
  }
  await send();
  await writing;
}

function report(
  { secretOf }: DemoHouse,
  { months, tickets }: Wish,
  added: readonly Added[],
  filings: readonly { code: string }[],
  { output, say }: CommandIo,
): void {
  say(
    `Đã nạp ${tickets.toLocaleString('vi-VN')} phản ánh mẫu trong ${months} tháng. Mọi lời kể bắt đầu bằng [MẪU].`,
  );
  say('Tài khoản mẫu (đăng nhập ở /staff):');
  for (const { account, password } of added)
    output.write(`${account.role.padEnd(10)}  ${account.email.padEnd(24)}  ${password}\n`);
  const last = filings.at(-1)?.code;
  if (last) say(`Thử tra cứu như người dân: mã ${last}, mã bí mật ${secretOf(last)}`);
  say('Trước khi dùng thật, hãy xóa: npx hotline demo --reset');
}
