import { describe, expect, test } from 'vitest';
import { drawnTree } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';

/** `id domain:root-last` of each host bridge, and what was told. */
function hosts(text: string) {
  const { machine, problems } = numberMachine(drawnTree(text));
  const hex = (bus: number | 'unknown' | null) =>
    typeof bus === 'number' ? bus.toString(16) : bus;
  return {
    buses: machine.hostBridges.map(
      ({ id, domain, rootBus, lastBus }) =>
        `${id} ${domain.toString(16)}:${hex(rootBus)}-${hex(lastBus)}`,
    ),
    told: problems.map(({ text: said }) => said),
  };
}

const ports = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => {
    const below = Array.from({ length: 20 }, (__, m) => `      ${name}${n}.${m} downstream`);
    return `  ${name}${n} root-port\n    ${name}${n}u upstream\n${below.join('\n')}`;
  }).join('\n');

describe('root buses', () => {
  test.each([
    ['h0', ['h0 0:0-ff']],
    ['h0\nh1', ['h0 0:0-7f', 'h1 0:80-ff']],
    ['h0\nh1\nh2', ['h0 0:0-3f', 'h1 0:40-7f', 'h2 0:80-ff']],
    ['h0\nh1\nh2\nh3', ['h0 0:0-3f', 'h1 0:40-7f', 'h2 0:80-bf', 'h3 0:c0-ff']],
    ['h0 domain=1\nh1', ['h0 1:0-ff', 'h1 0:0-ff']],
  ])('%j', (text, buses) => {
    expect(hosts(text)).toEqual({ buses, told: [] });
  });

  test('a card more below one renumbers no other', () => {
    const few = hosts(`h0\n${ports(1, 'a')}\nh1\n${ports(1, 'b')}`);
    expect(hosts(`h0\n${ports(3, 'a')}\nh1\n${ports(1, 'b')}`).buses).toEqual(few.buses);
  });

  test('numbers that are set stay, the others go round them', () => {
    expect(hosts('h0\nh1 bus=0\nh2 bus=90\nh3').buses).toEqual([
      'h0 0:40-8f',
      'h1 0:0-3f',
      'h2 0:90-bf',
      'h3 0:c0-ff',
    ]);
  });

  test('a host bridge larger than its share', () => {
    const { buses, told } = hosts(`h0\nh1\n${ports(7, 'a')}\nh2`);
    expect(told).toEqual([]);
    expect(buses).toEqual(['h0 0:0-21', 'h1 0:22-dd', 'h2 0:de-ff']);
  });

  test('one that outgrows its room later moves the others, and says so', () => {
    const { buses, told } = hosts(`h0 bus=0\nh1 bus=40\n${ports(4, 'a')}\nh2 bus=80\nh3 bus=c0`);
    expect(told).toEqual([expect.stringContaining('h1 takes 89 buses')]);
    expect(buses).toEqual(['h0 0:0-29', 'h1 0:2a-ab', 'h2 0:ac-d5', 'h3 0:d6-ff']);
  });

  test('the number of something on it makes a root bus', () => {
    expect(hosts('h0\nh1\n  rp root-port bus=a0').buses).toEqual(['h0 0:0-9f', 'h1 0:a0-ff']);
  });

  test('two with one number', () => {
    expect(hosts('h0 bus=0\nh1 bus=0\n  rp root-port')).toEqual({
      buses: ['h0 0:0-ff', 'h1 0:0-unknown'],
      told: ['h1 and h0 both have root bus 00.'],
    });
  });

  test('VMDs open domains of their own', () => {
    expect(hosts('h0\nv0 vmd\nv1 vmd domain=65536\nv2 vmd bus=e0').buses).toEqual([
      'h0 0:0-ff',
      'v0 10000:0-ff',
      'v1 10001:0-ff',
      'v2 10002:e0-ff',
    ]);
  });
});
