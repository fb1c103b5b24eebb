import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import { ERAS } from '../../../engine/kernel/eras.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { FlowsBeside } from '../../../store/flowsView.ts';
import { type BesideChoice, besideOf } from '../../beside/beside.ts';
import { optionWords } from '../chart/optionWords.ts';

export type FlowsChoice = BesideChoice<ThroughputOptions>;

/** The choice as a question, and what it is called: by what is other than `here`. */
export function flowsBeside(
  choice: FlowsChoice,
  here: ThroughputOptions,
  conditions: Conditions | null,
): FlowsBeside {
  const { options } = choice;
  const names = Object.keys(options) as readonly (keyof ThroughputOptions)[];
  const others = names.filter((name) => options[name] !== here[name]);
  return besideOf(
    choice,
    conditions,
    others.map((name) => optionWords(name, options)),
  );
}

/** Questions that are asked most, for a first look. */
export function usualBesides(options: ThroughputOptions): readonly FlowsChoice[] {
  const same: FlowsChoice = { kernel: null, mode: null, options };
  const turned = (change: Partial<ThroughputOptions>): FlowsChoice => ({
    ...same,
    options: { ...options, ...change },
  });
  return [
    turned({ acsRedirect: options.acsRedirect === 'on' ? 'off' : 'on' }),
    { ...same, mode: 'off' },
    { ...same, mode: 'strict' },
    turned({ maxPayload: options.maxPayload === 512 ? 256 : 512 }),
    turned({ linkEfficiency: options.linkEfficiency === 0.98 ? 0.95 : 0.98 }),
    { ...same, kernel: ERAS.find(({ id }) => id === '5.10') ?? null },
  ];
}
