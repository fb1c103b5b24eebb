import { byteRate } from '../../../base/byteRate.ts';
import type { CataloguePart } from '../../../catalogue/part.ts';
import type { PartFacts, PciFunction } from '../../../model/pciFunction.ts';
import { FigureTable } from '../../parts/FigureTable.tsx';
import type { FigureGroup } from '../../parts/figureRow.ts';
import { Fact, Facts } from '../Facts.tsx';
import { useCatalogue } from '../later/useCatalogue.ts';
import { Section } from '../Section.tsx';
import { figuresFor } from './figuresFor.ts';
import styles from './PartSection.module.css';
import { partOfModel } from './partOfModel.ts';

/** What the catalogue says of the part that a function was made from, each figure with its source. */
export function PartSection({ fn }: { readonly fn: PciFunction }) {
  // A virtual function's part is its physical function's, which is listed.
  if (fn.physfn !== null) return null;
  const { part } = fn;
  if (part?.model === null) return <SetWithoutModel part={part} />;
  return (
    <CataloguedPart model={part?.model ?? null} figures={(found) => figuresFor(found, fn)}>
      {part !== null && <SetHere part={part} />}
    </CataloguedPart>
  );
}

function SetWithoutModel({ part }: { readonly part: PartFacts }) {
  if (!hasFacts(part)) return null;
  return (
    <Section title="Part">
      <SetHere part={part} />
    </Section>
  );
}

function hasFacts({ latencyNs, throughBytesPerSecond }: PartFacts): boolean {
  return latencyNs !== null || throughBytesPerSecond !== undefined;
}

/** What the drawing says of it in place of the catalogue. */
function SetHere({ part }: { readonly part: PartFacts }) {
  if (!hasFacts(part)) return null;
  const { latencyNs, throughBytesPerSecond: through } = part;
  return (
    <Facts>
      {latencyNs !== null && <Fact name="Latency">{latencyNs} ns, set here</Fact>}
      {through !== undefined && <Fact name="Passes">{byteRate(through)} in all, set here</Fact>}
    </Facts>
  );
}

interface CataloguedProps {
  readonly model: string | null;
  /** Those of its figures that matter here. */
  readonly figures: (part: CataloguePart) => readonly FigureGroup[];
  readonly children?: React.ReactNode;
}

/** A section on a model, which is looked up in the catalogue; the catalogue comes later. */
export function CataloguedPart({ model, figures, children }: CataloguedProps) {
  const fetched = useCatalogue();
  if (model === null) return null;
  if (fetched.kind !== 'there') {
    return (
      <Section title="Part">
        <p className={styles.quiet}>
          {fetched.kind === 'waiting'
            ? 'The catalogue is being fetched.'
            : 'The catalogue could not be loaded. Try again when you are online.'}
        </p>
      </Section>
    );
  }
  const part = partOfModel(fetched.part.CATALOGUE, model);
  if (part === null) {
    return (
      <Section title="Part" summary={model}>
        <p className={styles.quiet}>The catalogue has no part of this name.</p>
        {children}
      </Section>
    );
  }
  return (
    <Section title="Part" summary={part.title}>
      {part.note !== '' && <p>{part.note}</p>}
      {children}
      {figures(part).map((group, place) => (
        <FigureTable key={group.title ?? `${place}`} group={group} part={part.title} />
      ))}
    </Section>
  );
}
