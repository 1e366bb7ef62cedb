import styles from './registration.module.css';

/** How far one is, for the eye: the title says it in words. */
export function StepMarks({ at, steps }: { at: number; steps: number }) {
  return (
    <span className={styles.marks} aria-hidden="true">
      {Array.from({ length: steps }, (_, index) => (
        <span key={index} data-done={index <= at || undefined} />
      ))}
    </span>
  );
}
