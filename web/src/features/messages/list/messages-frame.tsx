import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, useDocumentTitle } from '../../../ui/index.ts';
import { ConversationList } from './conversation-list.tsx';
import styles from './list.module.css';

/** How far down the page an element begins, in pixels: what is above it is as high as its notices. */
function useTop(changesWith: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(Math.ceil((place.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [changesWith]);
  return { place, top };
}

/**
 * « Messages »: the conversations at the left, one of them at the right; on a telephone one after the other. A
 * conversation's subject is in no title of the window, which others may see. Source: SC-43.
 */
export function MessagesFrame({
  openId,
  isWriting,
  children,
}: {
  /** The conversation that is open. */
  openId: string | null;
  /** A new message is being written. */
  isWriting: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('messages');
  const isOpen = openId !== null || isWriting;
  const { place, top } = useTop(isOpen);
  useDocumentTitle(t('title'));
  return (
    <div className={styles.frame} data-open={isOpen || undefined}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        {!isWriting && (
          <LinkButton href="/messages/nouveau" variant="secondary" icon="edit">
            {t('new.title')}
          </LinkButton>
        )}
      </header>
      <div ref={place} className={styles.panes} style={{ '--top': `${top}px` } as React.CSSProperties}>
        <ConversationList openId={openId} />
        {children}
      </div>
    </div>
  );
}
