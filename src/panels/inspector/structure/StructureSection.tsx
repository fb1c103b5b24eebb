import { isPort } from '../../../build/changes/family.ts';
import { partName } from '../../../build/partName.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { carryByKeys } from '../../../parts/carryByKeys.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { useCatalogue } from '../later/useCatalogue.ts';
import { partOfModel } from '../part/partOfModel.ts';
import { Section } from '../Section.tsx';
import { ChangeButton } from './ChangeButton.tsx';
import { DriverField } from './DriverField.tsx';
import { PartChoice } from './PartChoice.tsx';
import { partKindOf } from './partKindOf.ts';
import { SlotChoice } from './SlotChoice.tsx';
import styles from './Structure.module.css';

interface Props {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
}

/** What can be made of a part: another in its place, one above it, a slot on it, another place. */
export function StructureSection({ document, fn }: Props) {
  const catalogue = useCatalogue();
  // A virtual function comes and goes with its physical one.
  if (fn.physfn !== null) return null;
  const { machine } = document;
  const name = partName(fn);
  const model =
    catalogue.kind === 'there' ? partOfModel(catalogue.part.CATALOGUE, fn.part?.model) : null;
  const kind = partKindOf(fn, model);
  const isSwitch = fn.type === 'upstream';
  const takesSlot = isPort(fn) || isSwitch;
  return (
    <Section title="Build">
      {kind !== null && (
        <PartChoice
          machine={machine}
          kinds={[kind]}
          label="Another part in its place"
          verb="Replace"
          now={model?.id ?? null}
          titleOf={(part) => `replace ${name} by ${part.title}`}
          changesOf={(part) => [{ kind: 'replace', device: fn.id, part }]}
        />
      )}
      {!isPort(fn) && (
        <PartChoice
          machine={machine}
          kinds={['switch', 'bridge']}
          label="A switch or bridge above it"
          verb="Put above"
          titleOf={(part) => `put ${part.title} above ${name}`}
          changesOf={(part) => [{ kind: 'splice-in', part, above: fn.id }]}
        />
      )}
      {takesSlot && (
        <PartChoice
          machine={machine}
          kinds={['slot']}
          label="A slot on it"
          verb="Add slot"
          titleOf={(part) => `add ${part.title} on ${name}`}
          changesOf={(part) => [
            { kind: 'add-slot', part, to: { kind: 'function', id: fn.id }, label: null },
          ]}
        />
      )}
      {machine.slots.length > 0 && !isSwitch && <SlotChoice document={document} functions={[fn]} />}
      {!isPort(fn) && <DriverField functions={[fn]} />}
      {!isPort(fn) && (
        <div className={styles.row}>
          <button
            type="button"
            className="small"
            onClick={() => carryByKeys({ kind: 'devices', devices: [fn.id] })}
          >
            Move…
          </button>
          {fn.bridge !== null && (
            <ChangeButton
              machine={machine}
              title={`take ${name} out`}
              changes={[{ kind: 'splice-out', bridge: fn.id }]}
            >
              Take out and close the gap
            </ChangeButton>
          )}
        </div>
      )}
    </Section>
  );
}
