import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { EmptyState, ErrorNotice, Notice, Panel, Spinner } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { type AskedDecision, OrganisationDecision } from './organisation-decision.tsx';
import { OrganisationValidationRow } from './organisation-validation-row.tsx';

/** « Demandes de validation » made to the administrators of an organisation, oldest first. Source: SC-24. */
export function OrganisationValidationsPanel({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('administration');
  const { data: me } = useRead('readMe');
  const found = useRead('listOrganisationValidations', { params: { organisationId } });
  const [asking, setAsking] = useState<AskedDecision | null>(null);
  const mayDecide = me?.standing === 'verified';
  return (
    <Panel id="validations" title={t('validations.title')} padding={false}>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && (
        <EmptyState title={t('organisation.none')}>{t('organisation.noneWords')}</EmptyState>
      )}
      {found.data && found.data.length > 0 && (
        <>
          <p className={styles.intro}>{t('organisation.words')}</p>
          {me && !mayDecide && (
            <div className={styles.inset}>
              <Notice tone="warning">{t('organisation.notVerified')}</Notice>
            </div>
          )}
          <ul className={styles.cards}>
            {found.data.map((request) => (
              <OrganisationValidationRow
                key={request.requestId}
                request={request}
                mayDecide={mayDecide}
                onAsk={(decision) => setAsking({ request, decision })}
              />
            ))}
          </ul>
        </>
      )}
      {/* Outside the list, which the answer leaves before it is told. */}
      {asking && <OrganisationDecision {...asking} organisationId={organisationId} onClose={() => setAsking(null)} />}
    </Panel>
  );
}
