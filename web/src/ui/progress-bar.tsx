import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './progress-bar.module.css';

/** How far something is, as a bar and as words. `label` names what; `words` say how far. */
export function ProgressBar({
  label,
  words,
  value,
  still = false,
}: {
  label: string;
  words: string;
  /** From 0 to 1. */ value: number;
  /** It does not move: paused, interrupted. */ still?: boolean;
}) {
  return (
    <AriaProgressBar aria-label={label} valueLabel={words} value={value} maxValue={1} className={styles.progress ?? ''}>
      <span className={styles.track} data-still={still || undefined}>
        <span className={styles.fill} style={{ inlineSize: `${Math.round(value * 100)}%` }} />
      </span>
      <span className={styles.words}>{words}</span>
    </AriaProgressBar>
  );
}
