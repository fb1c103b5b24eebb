import { useId } from 'react';
import type { AttributeInfo } from '../../sketch/attribute.ts';
import { attributesOf } from '../../sketch/attributes.ts';
import { KINDS } from '../../sketch/kinds.ts';
import { STATEMENTS } from '../../sketch/statements.ts';
import styles from './GrammarHelp.module.css';

/** Each name once, with what it means of the first kind that has it. */
function attributes(): readonly AttributeInfo[] {
  const named = new Map<string, AttributeInfo>();
  for (const { kind } of KINDS) {
    for (const [name, each] of attributesOf(kind)) if (!named.has(name)) named.set(name, each);
  }
  return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The grammar on a card: what may begin a line, and what may follow. From the reader's own tables. */
export function GrammarHelp() {
  const id = useId();
  return (
    <>
      <button type="button" className="small" popoverTarget={id}>
        Grammar
      </button>
      <div id={id} popover="auto" className={styles.card} role="dialog" aria-label="Grammar">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
        <div className={styles.inside} tabIndex={0}>
          <p>
            One part a line: <code>name: kind model attributes</code>. Two spaces in: plugged into
            the line above. <code>#</code> begins a comment. Words in quotes keep their spaces.
          </p>
          <h3>Parts</h3>
          <dl className={styles.words}>
            {KINDS.map(({ kind, help }) => (
              <div key={kind}>
                <dt>
                  <code>{kind}</code>
                </dt>
                <dd>{help}</dd>
              </div>
            ))}
          </dl>
          <h3>Attributes, in any order</h3>
          <dl className={styles.words}>
            {attributes().map(({ name, form, help }) => (
              <div key={name}>
                <dt>
                  <code>
                    {form === 'value' ? `${name}=` : form === 'suffix' ? `${name}N` : name}
                  </code>
                </dt>
                <dd>{help}</dd>
              </div>
            ))}
          </dl>
          <h3>Statements</h3>
          <dl className={styles.forms}>
            {STATEMENTS.map(({ word, form, help }) => (
              <div key={word}>
                <dt>
                  <code>{form}</code>
                </dt>
                <dd>{help}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </>
  );
}
