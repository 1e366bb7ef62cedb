import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptText } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { EmptyState, LinkButton } from '../../ui/index.ts';
import styles from './cases.module.css';

/** A case that is no longer, or never was, theirs; with what they had typed and could not send. `more`: another way in. */
export function AccessLost({ handle, more }: { handle: DocumentHandle; more?: ReactNode }) {
  const { t } = useTranslation('cases');
  return (
    <div className={styles.stack}>
      <EmptyState
        title={t('lost.title')}
        action={
          <div className={styles.ways}>
            <LinkButton href="/">{t('lost.home')}</LinkButton>
            {more}
          </div>
        }
      >
        {t('lost.words')}
      </EmptyState>
      <KeptText handle={handle} />
    </div>
  );
}
