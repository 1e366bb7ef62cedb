import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

export type PanelProps = {
  title?: ReactNode;
  /** The heading's level in the page, 2 unless told. */
  level?: 2 | 3 | 4;
  /** Beside the title: counts, states, buttons. */
  actions?: ReactNode;
  /** Without padding the content (a table, a list of rows) reaches the edges. */
  padding?: boolean;
  id?: string;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of a page on its own sheet, named by its title. */
export function Panel({ title, level = 2, actions, padding = true, id, className, children }: PanelProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      id={id}
      className={classNames(styles.panel, className)}
      aria-labelledby={title ? titleId : undefined}
      tabIndex={id ? -1 : undefined}
    >
      {(title ?? actions) !== undefined && (
        <div className={styles.head}>
          {title !== undefined && (
            <Heading id={titleId} className={styles.title}>
              {title}
            </Heading>
          )}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      <div className={padding ? styles.body : undefined}>{children}</div>
    </section>
  );
}
