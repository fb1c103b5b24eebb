import type { ComponentPropsWithoutRef } from 'react';
import type { Offer } from './optionWords.ts';

interface Props<Value extends string>
  extends Omit<ComponentPropsWithoutRef<'select'>, 'value' | 'onChange' | 'children'> {
  readonly offers: readonly Offer<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of several that are offered. */
export function OfferSelect<Value extends string>({
  offers,
  value,
  onChange,
  ...others
}: Props<Value>) {
  return (
    <select
      {...others}
      value={value}
      onChange={({ target }) => {
        const found = offers.find((each) => each.value === target.value);
        if (found) onChange(found.value);
      }}
    >
      {offers.map((each) => (
        <option key={each.value} value={each.value}>
          {each.title}
        </option>
      ))}
    </select>
  );
}
