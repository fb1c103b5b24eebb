import { useMemo } from 'react';
import { whatIfOf } from '../../../engine/dma/whatIfOf.ts';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { FunctionLink } from '../../FunctionLink.tsx';
import { TermText } from '../../terms/TermText.tsx';
import { useNameOf } from '../picture/useNameOf.ts';
import { Calls } from './Calls.tsx';
import { Capability } from './Capability.tsx';
import styles from './Chain.module.css';
import { chainTexts } from './chainTexts.ts';
import { Limits } from './Limits.tsx';
import { endWord } from './mapperWords.ts';
import { Operations } from './Operations.tsx';
import { WhatIfNote } from './WhatIfNote.tsx';

/** Who maps the list, how the driver's call gets there, and what that rests on. */
export function ChainView({ report }: { readonly report: MappingReport }) {
  const { chosen, client, device, options, remarks, under } = report;
  const texts = useMemo(() => chainTexts(report), [report]);
  const nameOf = useNameOf();
  const whatIf = whatIfOf(options.design);
  return (
    <div className={styles.view}>
      <section className={styles.part} aria-labelledby="chain-calls">
        <div>
          <h3 id="chain-calls">
            <TermText parts={texts.title} /> <FunctionLink id={client} name={nameOf(client)} />
          </h3>
          <p className={styles.under}>{under}</p>
        </div>
        <Calls chain={chosen.chain} texts={texts.calls} end={endWord(report)} />
      </section>
      <div className={styles.part}>
        <Capability
          answer={chosen.capability.answer}
          text={texts.capability}
          pages={texts.structPages}
        />
        <Operations chosen={chosen} />
        <Limits device={device} />
        {whatIf && <WhatIfNote whatIf={whatIf} />}
        {remarks.length > 0 && (
          <section aria-labelledby="chain-remarks">
            <h3 id="chain-remarks">What it rests on</h3>
            <ul className={styles.plain}>
              {remarks.map((remark, index) => (
                <li key={remark}>
                  <TermText parts={texts.remarks[index] ?? []} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
