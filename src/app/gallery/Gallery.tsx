import { TEMPLATES } from '../../store/templates.ts';
import { Cards } from './Cards.tsx';
import styles from './Gallery.module.css';

const isMail = ({ id }: (typeof TEMPLATES)[number]) => id.startsWith('mail-');
const MACHINES = TEMPLATES.filter((point) => !isMail(point));
const MAILS = TEMPLATES.filter(isMail);

/** Templates: servers as people build them, and what five discussions were about. */
export function Gallery() {
  return (
    <>
      <section className={styles.group}>
        <h3>Templates</h3>
        <Cards label="Templates" points={MACHINES} />
      </section>
      <section className={styles.group}>
        <h3>What five discussions on the kernel’s lists were about</h3>
        <Cards label="Situations of discussions" points={MAILS} />
      </section>
    </>
  );
}
