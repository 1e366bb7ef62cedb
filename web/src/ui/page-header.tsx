import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './page-header.module.css';

export type PageHeaderProps = {
  title: ReactNode;
  /** The tab's title, when `title` is not a plain string. */
  documentTitle?: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

/** Names the tab: « title – Concertation ». */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${title} – Concertation`;
  }, [title]);
}

/** The page's single h1, with what can be done on the whole page; it also names the tab. */
export function PageHeader({ title, documentTitle, subtitle, actions, back }: PageHeaderProps) {
  useDocumentTitle(documentTitle ?? (typeof title === 'string' ? title : undefined));
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back && (
          <Link href={back.href} className={styles.back ?? ''}>
            <Icon name="back" size={16} />
            {back.label}
          </Link>
        )}
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
