import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { ChoiceField, EmptyState, ErrorNotice, Panel, Spinner } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { ValidationCard } from './validation-card.tsx';

/** A proof comes in the queue once it was checked, which nobody here begins: looked for this often. */
const lookEveryMs = 10_000;

/** Who asks to be validated, oldest first; or what was decided. Source: SC-23, SC-24. */
export function ValidationsPanel() {
  const { t } = useTranslation('administration');
  const [state, setState] = useState<'waiting' | 'decided'>('waiting');
  const found = useRead(
    'listValidations',
    { query: { state } },
    { keepPrevious: true, ...(state === 'waiting' ? { refreshEvery: lookEveryMs } : {}) },
  );
  return (
    <Panel title={t('validations.title')} padding={false}>
      <div className={styles.tools}>
        <ChoiceField
          label={t('validations.show')}
          choices={[
            { id: 'waiting', label: t('validations.waiting') },
            { id: 'decided', label: t('validations.decided') },
          ]}
          value={state}
          onChange={setState}
        />
      </div>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && (
        <EmptyState title={t(`validations.none_${state}`)}>{t(`validations.noneWords_${state}`)}</EmptyState>
      )}
      {found.data && found.data.length > 0 && (
        <ul className={styles.cards} aria-busy={found.isPlaceholderData}>
          {found.data.map((request) => (
            <ValidationCard key={request.requestId} request={request} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
