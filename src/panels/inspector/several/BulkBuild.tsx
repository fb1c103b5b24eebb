import type { FunctionId } from '../../../model/ids.ts';
import type { HostBridge, Slot, Socket } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { carryByKeys } from '../../../parts/carryByKeys.ts';
import { removal } from '../../../store/removal.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { useLead } from '../go.ts';
import { useCatalogue } from '../later/useCatalogue.ts';
import { counted } from '../machine/countKinds.ts';
import { partOfModel } from '../part/partOfModel.ts';
import { Section } from '../Section.tsx';
import { shared } from '../shared.ts';
import { ChangeButton } from '../structure/ChangeButton.tsx';
import { DriverField } from '../structure/DriverField.tsx';
import { PartChoice } from '../structure/PartChoice.tsx';
import { partKindOf } from '../structure/partKindOf.ts';
import { SlotChoice } from '../structure/SlotChoice.tsx';
import styles from '../structure/Structure.module.css';
import { devicesOf } from './devicesOf.ts';

interface Props {
  readonly document: OpenDocument;
  readonly functions: readonly PciFunction[];
  /** Host bridges, sockets and slots among what is selected. */
  readonly wholes: readonly (HostBridge | Socket | Slot)[];
}

/** What can be made of several parts at once: each is one step. */
export function BulkBuild({ document, functions, wholes }: Props) {
  const catalogue = useCatalogue();
  const lead = useLead();
  const { machine, byId } = document;
  const devices = devicesOf(machine, functions);
  const heads = devices.flatMap((id) => byId.get(id) ?? []);
  const parts = catalogue.kind === 'there' ? catalogue.part.CATALOGUE : [];
  const kind = shared(heads.map((fn) => partKindOf(fn, partOfModel(parts, fn.part?.model))));
  const model = shared(heads.map((fn) => fn.part?.model ?? null));
  const own = functions.filter((fn) => fn.physfn === null);
  const words = counted(devices.length, 'device', 'devices');
  return (
    <Section title="Build all">
      {kind.kind === 'same' && kind.value !== null ? (
        <PartChoice
          machine={machine}
          kinds={[kind.value]}
          label="Another part in the place of each"
          verb="Replace all"
          now={model.kind === 'same' ? model.value : null}
          titleOf={(part) => `replace ${words} by ${part.title}`}
          changesOf={(part) => devices.map((device) => ({ kind: 'replace', device, part }))}
        />
      ) : (
        kind.kind === 'mixed' && <p>Parts of several kinds cannot be replaced by one.</p>
      )}
      {machine.slots.length > 0 && own.length > 0 && (
        <SlotChoice document={document} functions={own} />
      )}
      {heads.length > 0 && <DriverField functions={functions.filter((fn) => fn.bridge === null)} />}
      <div className={styles.row}>
        {devices.length > 0 && (
          <button
            type="button"
            className="small"
            onClick={() => carryByKeys({ kind: 'devices', devices })}
          >
            Move…
          </button>
        )}
        <RemoveAll
          document={document}
          functions={functions.map(({ id }) => id)}
          wholes={wholes}
          onDone={() => lead(null)}
        />
      </div>
    </Section>
  );
}

interface RemoveProps {
  readonly document: OpenDocument;
  readonly functions: readonly FunctionId[];
  readonly wholes: Props['wholes'];
  readonly onDone: () => void;
}

function RemoveAll({ document, functions, wholes, onDone }: RemoveProps) {
  const { changes, refused } = removal(document, functions);
  const all = [
    ...changes,
    ...wholes.map(({ id }) => ({ kind: 'remove-whole', whole: id }) as const),
  ];
  return (
    <>
      <ChangeButton
        machine={document.machine}
        title={`remove ${counted(all.length, 'part', 'parts')}`}
        changes={all}
        onDone={onDone}
      >
        Remove all
      </ChangeButton>
      {refused.length > 0 && (
        <span className={styles.aside}>
          {counted(refused.length, 'virtual function stays', 'virtual functions stay')}
        </span>
      )}
    </>
  );
}
