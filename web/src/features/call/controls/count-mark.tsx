import { VisuallyHidden } from '../../../ui/index.ts';
import styles from './controls.module.css';

/** A count in the corner of a command, with its words for assistive technology; nothing when it is zero. */
export function CountMark({ count, words }: { count: number; words: string }) {
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
