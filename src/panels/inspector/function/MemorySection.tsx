import { UNKNOWN } from '../../../base/unknown.ts';
import type { P2pMemory, PciFunction } from '../../../model/pciFunction.ts';
import type { Bar } from '../../../model/registers.ts';
import { Term } from '../../../parts/Term.tsx';
import { sizeWords } from '../../words/registerWords.ts';
import { Fact, Facts, NotShown } from '../Facts.tsx';
import { Address } from '../Figures.tsx';
import { Section } from '../Section.tsx';
import { AddressMapButton } from './AddressMapButton.tsx';
import { BarSize } from './BarSize.tsx';
import { barSizes, unplacedWords } from './barSizes.ts';
import styles from './MemorySection.module.css';
import { PublishToggle } from './PublishToggle.tsx';

interface Props {
  readonly fn: PciFunction;
  readonly isDrawn: boolean;
}

/** Which addresses the function answers to, and what memory it offers to peers. */
export function MemorySection({ fn, isDrawn }: Props) {
  const { bars, p2pMemory, part } = fn;
  const cmb = part?.cmbBytes ?? null;
  const count = bars === UNKNOWN ? undefined : bars.length === 0 ? 'no BARs' : `${bars.length}`;
  return (
    <Section title="Memory" summary={count}>
      {bars === UNKNOWN ? (
        <p>
          <Term id="bar">BARs</Term> <NotShown />
        </p>
      ) : bars.length === 0 ? (
        <p className={styles.quiet}>It asks for no addresses.</p>
      ) : (
        <BarTable fn={fn} bars={bars} isDrawn={isDrawn} />
      )}
      {bars !== UNKNOWN && bars.length > 0 && <AddressMapButton />}
      {(p2pMemory.length > 0 || cmb !== null) && (
        <Facts>
          {p2pMemory.map((memory) => (
            <Fact key={`${memory.bar} ${memory.offset}`} name="For peers" term="p2pMemory">
              {memoryWords(memory)}
            </Fact>
          ))}
          {cmb !== null && (
            <Fact name="CMB" term="cmb">
              {sizeWords(cmb)}
            </Fact>
          )}
        </Facts>
      )}
      <PublishToggle functions={[fn]} />
    </Section>
  );
}

function memoryWords({ bar, offset, size, published }: P2pMemory): string {
  const place = offset === 0 ? `BAR ${bar}` : `BAR ${bar} from ${sizeWords(offset)}`;
  return `${sizeWords(size)} of ${place}, ${published ? 'published' : 'not published'}`;
}

function BarTable({ bars, ...at }: Props & { readonly bars: readonly Bar[] }) {
  return (
    <table className={styles.bars}>
      <thead>
        <tr>
          <th scope="col">
            <Term id="bar">BAR</Term>
          </th>
          <th scope="col">Kind</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <BarRows key={bar.index} bar={bar} {...at} />
        ))}
      </tbody>
    </table>
  );
}

const ROM = 6;

function BarRows({ fn, bar, isDrawn }: Props & { readonly bar: Bar }) {
  const { index, kind, is64bit, prefetchable, address, size } = bar;
  const sizes = barSizes(bar);
  return (
    <>
      <tr>
        <th scope="row">{index === ROM ? 'ROM' : index}</th>
        <td>
          {kind === 'io' ? 'I/O' : is64bit ? '64-bit' : '32-bit'}
          {prefetchable && (
            <>
              , <Term id="prefetchable">prefetchable</Term>
            </>
          )}
        </td>
        <td className={styles.size}>
          {sizes !== null ? (
            <BarSize fn={fn} bar={index} sizes={sizes} />
          ) : size === UNKNOWN ? (
            <NotShown />
          ) : (
            sizeWords(size)
          )}
        </td>
      </tr>
      <tr className={styles.second}>
        <td />
        <td colSpan={2}>
          <div className={styles.where}>
            {address === null ? (
              <span className={styles.unplaced} data-drawn={isDrawn || undefined}>
                {unplacedWords(bar, isDrawn)}
              </span>
            ) : (
              <Address value={address} />
            )}
            {sizes !== null && (
              <span className={styles.quiet}>
                <Term id="resizableBar" align="end">
                  resizable
                </Term>
              </span>
            )}
          </div>
        </td>
      </tr>
    </>
  );
}
