import { describe, expect, test } from 'vitest';
import type { SocketId } from '../../../model/ids.ts';
import { id } from '../../../model/machine.testkit.ts';
import { changedDraft, draftProblem, EMPTY_FLOW, type FlowDraft, isSameEnd } from './flowDraft.ts';
import { type GroupDraft, groupProblem, nextMember, withPattern } from './groupDraft.ts';

const a = { kind: 'function', id: id('03:00.0') } as const;
const b = { kind: 'function', id: id('04:00.0') } as const;
const ram = { kind: 'memory', socket: null } as const;
const cpu = { kind: 'cpu', socket: null, caching: 'WC' } as const;
const draft: FlowDraft = { ...EMPTY_FLOW, from: a, to: b };

describe('a flow being put together', () => {
  test('is read where it comes from memory, written where it goes there', () => {
    const reading = changedDraft(draft, { from: ram });
    expect(reading.operation).toBe('read');
    expect(changedDraft({ ...reading, from: a }, { to: ram }).operation).toBe('write');
  });

  test('is copied by a device in between, and not without it', () => {
    const copied = changedDraft(draft, { by: a });
    expect(copied.operation).toBe('copy');
    expect(changedDraft(copied, { by: null })).toMatchObject({ operation: 'write', by: null });
    expect(changedDraft(copied, { operation: 'read' })).toMatchObject({
      operation: 'read',
      by: null,
    });
  });

  test('is left to a processor whatever it does', () => {
    const stored = changedDraft(draft, { by: cpu });
    expect(stored).toMatchObject({ operation: 'write', by: cpu });
    expect(changedDraft(stored, { operation: 'read' }).by).toBe(cpu);
  });

  test.each([
    [EMPTY_FLOW, /^From/],
    [{ ...EMPTY_FLOW, from: a }, /^To/],
    [{ ...draft, to: a }, /^To/],
    [{ ...draft, operation: 'copy' as const }, /^By/],
    [{ ...draft, from: ram, to: { ...ram, socket: 's1' as SocketId } }, /^By/],
    [{ ...draft, from: ram }, /^Operation/],
    [{ ...draft, to: ram, operation: 'read' as const }, /^Operation/],
  ])('says which field is wrong', (wrong, field) => {
    expect(draftProblem(wrong)).toMatch(field);
  });

  test('is fine between devices, and between memories by a processor', () => {
    expect(draftProblem(draft)).toBeNull();
    expect(draftProblem({ ...draft, from: ram, operation: 'copy', by: cpu })).toBeNull();
  });
});

test('ends are the same by what they are', () => {
  expect(isSameEnd(a, { ...a })).toBe(true);
  expect(isSameEnd(a, b)).toBe(false);
  expect(isSameEnd(ram, a)).toBe(false);
  expect(isSameEnd(ram, { kind: 'memory', socket: 's0' as SocketId })).toBe(false);
});

describe('a group being put together', () => {
  const ring: GroupDraft = {
    pattern: 'ring',
    members: [a, b],
    operation: 'write',
    sizeBytes: null,
  };

  test('has two members at least, each once', () => {
    expect(groupProblem(ring)).toBeNull();
    expect(groupProblem({ ...ring, members: [a] })).toMatch(/^Members: two/);
    expect(groupProblem({ ...ring, members: [a, b, a] })).toMatch(/^Members: each/);
  });

  test('of a target consists of devices, and forgets what is between them with another pattern', () => {
    const target: GroupDraft = { ...withPattern(ring, 'nvme-of'), through: b };
    expect(groupProblem({ ...target, members: [a, ram] })).toMatch(/Through/);
    expect(withPattern(target, 'incast')).not.toHaveProperty('through');
  });

  test('grows by what is no member yet', () => {
    expect(nextMember([a, b, ram], [a])).toBe(b);
    expect(nextMember([a, b, ram], [a, b])).toBe(ram);
    expect(nextMember([a], [a])).toBeNull();
  });
});
