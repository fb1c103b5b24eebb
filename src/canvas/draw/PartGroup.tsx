import type { ReactNode } from 'react';

interface Props {
  /** Nothing for what cannot be selected by itself. */
  readonly id: string | undefined;
  readonly name: string;
  readonly isSelected: boolean;
  readonly children: ReactNode;
}

/** The element of one part: an option of the sheet, with a name. */
export function PartGroup({ id, name, isSelected, children }: Props) {
  if (id === undefined) return <g>{children}</g>;
  return (
    <g role="option" id={id} aria-label={name} aria-selected={isSelected}>
      {children}
    </g>
  );
}
