import { sideWork, sweeper } from '../../hotline/sweeper';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
}

it('makes its rounds at once and then every two seconds, until it is stopped', async () => {
  const round = jest.fn(() => Promise.resolve());
  const left = sweeper({ rounds: { round }, onError: () => undefined });
  left.watch();
  expect(round).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(4_100);
  expect(round).toHaveBeenCalledTimes(3);
  await left.stop();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(round).toHaveBeenCalledTimes(3);
});

it('one that fails is told of by its name and holds up neither itself nor the others', async () => {
  const errors: [unknown, string][] = [];
  const good = jest.fn(() => Promise.resolve());
  const bad = jest.fn(() => Promise.reject(new Error('away')));
  const left = sweeper({
    rounds: { 'bad failed': bad, 'good failed': good },
    onError: (error, what) => errors.push([error, what]),
  });
  left.watch();
  await jest.advanceTimersByTimeAsync(2_100);
  expect([bad.mock.calls.length, good.mock.calls.length]).toEqual([2, 2]);
  expect(errors).toEqual([
    [new Error('away'), 'bad failed'],
    [new Error('away'), 'bad failed'],
  ]);
  await left.stop();
});

it('one that takes long is not begun a second time, and is waited for at the end', async () => {
  const { done, end } = work();
  const slow = jest.fn(() => done);
  const left = sweeper({ rounds: { slow }, onError: () => undefined });
  left.watch();
  await jest.advanceTimersByTimeAsync(6_000);
  expect(slow).toHaveBeenCalledTimes(1);
  let stopped = false;
  const stopping = left.stop().then(() => (stopped = true));
  await jest.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  end();
  await stopping;
});

it('work on the side is waited for, what it begins meanwhile too, and what fails is told', async () => {
  const errors: unknown[] = [];
  const { begin, idle } = sideWork((error) => errors.push(error));
  const [first, second] = [work(), work()];
  begin(first.done.then(() => begin(second.done)));
  begin(Promise.reject(new Error('away')));
  let over = false;
  const waiting = idle().then(() => (over = true));
  first.end();
  await jest.advanceTimersByTimeAsync(0);
  expect(over).toBe(false);
  second.end();
  await waiting;
  expect(errors).toEqual([new Error('away')]);
});
