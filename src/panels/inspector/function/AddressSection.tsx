import { useRef } from 'react';
import type { Change } from '../../../build/change.ts';
import { partName } from '../../../build/partName.ts';
import { formatAddress, parseAddress } from '../../../model/address.ts';
import type { HotplugReserve, PciFunction } from '../../../model/pciFunction.ts';
import { Bdf } from '../../../parts/Bdf.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { bridgesAbove } from '../../tree/waysThrough.ts';
import { sizeWords } from '../../words/registerWords.ts';
import { Fact, Facts } from '../Facts.tsx';
import { Section } from '../Section.tsx';
import { AddressForm } from './AddressForm.tsx';
import { fixedWords } from './addressFields.ts';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
}

/** Which of the function's numbers were set by hand, what it keeps free, and how to set them. */
export function AddressSection({ document, tree, fn }: Props) {
  const change = usePeerlane((state) => state.actions.change);
  const fields = useRef<HTMLFormElement>(null);
  const { fixedAddress, hotplugReserve, address } = fn;
  const [above = null] = bridgesAbove(tree, fn.id);
  const name = partName(fn);
  const fix = (title: string, fixed: Extract<Change, { kind: 'fix-address' }>['fixed']) =>
    void change(title, [{ kind: 'fix-address', function: fn.id, fixed }]);
  const letGo = () => {
    // The button goes with what it takes away.
    fields.current?.querySelector('input')?.focus();
    fix(`let ${name} be numbered`, null);
  };
  const isFixed = fixedAddress !== null;
  return (
    <Section
      title="Address"
      summary={isFixed ? 'set by hand' : address === null ? 'none' : undefined}
    >
      <Facts>
        {address === null && <Fact name="Address">none: no number is left for it</Fact>}
        <Fact name="Numbers">
          {isFixed ? (
            <>
              {fixedWords(fixedAddress)}, <strong>set by hand</strong>
            </>
          ) : (
            <ChosenWords document={document} fn={fn} />
          )}
        </Fact>
        {hotplugReserve !== null && (
          <Fact name="For hotplug" term="hotplugReserve">
            {reserveWords(hotplugReserve)}
          </Fact>
        )}
      </Facts>
      {fn.physfn === null && (
        <>
          {isFixed && (
            <div>
              <button type="button" className="small" onClick={letGo}>
                Let it be numbered
              </button>
            </div>
          )}
          <AddressForm
            formRef={fields}
            fn={fn}
            above={above}
            onFix={(fixed) => fix(`${name} at ${fixedWords(fixed)}`, fixed)}
          />
        </>
      )}
    </Section>
  );
}

function ChosenWords({
  document,
  fn,
}: {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
}) {
  if (fn.physfn !== null) return 'follow from its physical function’s';
  if (document.machine.origin === 'drawn') return 'chosen by numbering';
  const captured = parseAddress(fn.id);
  if (captured === null) return 'chosen when it was added';
  const wasAt = formatAddress(captured);
  if (fn.address !== null && formatAddress(fn.address) === wasAt) return 'as captured';
  return (
    <>
      chosen anew; captured at <Bdf id={wasAt} />
    </>
  );
}

function reserveWords({ buses, memory, prefetchable }: HotplugReserve): string {
  const kept = [
    ...(buses > 0 ? [buses === 1 ? '1 bus' : `${buses} buses`] : []),
    ...(memory > 0 ? [`${sizeWords(memory)} of memory`] : []),
    ...(prefetchable > 0 ? [`${sizeWords(prefetchable)} prefetchable`] : []),
  ];
  return kept.length === 0 ? 'nothing kept free' : `keeps ${kept.join(', ')} free`;
}
