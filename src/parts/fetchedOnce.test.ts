import { expect, test, vi } from 'vitest';
import { fetchedOnce } from './fetchedOnce.ts';

test('it is asked for once, by whoever looks first, and kept', async () => {
  const load = vi.fn(async () => 'part');
  const fetched = fetchedOnce(load);
  expect(load).not.toHaveBeenCalled();
  const tell = vi.fn();
  fetched.subscribe(tell);
  const leave = fetched.subscribe(() => {});
  expect(fetched.now()).toEqual({ kind: 'waiting' });
  await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce());
  expect(fetched.now()).toEqual({ kind: 'there', part: 'part' });
  leave();
  fetched.subscribe(() => {});
  expect(load).toHaveBeenCalledOnce();
  // The same object as long as nothing changes: React asks again and again.
  expect(fetched.now()).toBe(fetched.now());
});

test('what did not come is asked for again by the next who looks', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValueOnce('part');
  const fetched = fetchedOnce(load);
  const leave = fetched.subscribe(() => {});
  await vi.waitFor(() => expect(fetched.now()).toEqual({ kind: 'failed' }));
  leave();
  fetched.subscribe(() => {});
  await vi.waitFor(() => expect(fetched.now()).toEqual({ kind: 'there', part: 'part' }));
});

test('who only asks is told when it is there, and that it did not come', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline'));
  load.mockResolvedValueOnce('part');
  const fetched = fetchedOnce(load);
  expect(await fetched.ask()).toBeNull();
  expect(await fetched.ask()).toBe('part');
  expect(await fetched.ask()).toBe('part');
  expect(load).toHaveBeenCalledTimes(2);
});
