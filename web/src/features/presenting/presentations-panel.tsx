import type { CasePresentation } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, EmptyState, ErrorNotice, LinkButton, Panel, Spinner } from '../../ui/index.ts';
import { ChooseBoardDialog } from './choose-board-dialog.tsx';
import { PresentationList } from './presentation-list.tsx';
import styles from './presenting.module.css';

export type PresentationsPanelProps = {
  caseId: string;
  /** May present the case: choose boards, register. */
  shares: boolean;
  registered: boolean;
  /** False on the preparation itself, which is where the link leads. */
  linked?: boolean;
  /** The patient objected: no board is asked. */
  objected?: boolean;
  renderActions?: (presentation: CasePresentation) => ReactNode;
};

/** « Présentations »: the boards asked about a case, and « + » to ask another one. Source: SC-63, SC-70. */
export function PresentationsPanel({
  caseId,
  shares,
  registered,
  linked = true,
  objected = false,
  renderActions,
}: PresentationsPanelProps) {
  const { t } = useTranslation('presenting');
  const [choosing, setChoosing] = useState(false);
  const read = useRead('listCasePresentations', { params: { caseId } });
  const waiting = shares && linked && (!registered || read.data?.some(({ state }) => state === 'preparing'));
  return (
    <Panel
      id="presentations"
      title={t('panel.title')}
      padding={false}
      actions={
        shares &&
        !objected && (
          <Button size="small" icon="add" onPress={() => setChoosing(true)}>
            {t('panel.add')}
          </Button>
        )
      }
    >
      {read.error && (
        <div className={styles.foot}>
          <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
        </div>
      )}
      {read.isPending && <Spinner size="block" />}
      {read.data?.length === 0 && <EmptyState title={t('panel.none')}>{t('panel.noneWords')}</EmptyState>}
      {read.data && read.data.length > 0 && (
        <PresentationList caseId={caseId} presentations={read.data} renderActions={renderActions} />
      )}
      {waiting && (
        <div className={styles.foot}>
          <p>{t(registered ? 'panel.waiting' : 'panel.inPreparation')}</p>
          <LinkButton href={`/dossiers/${caseId}/preparation`} icon="edit">
            {t('panel.resume')}
          </LinkButton>
        </div>
      )}
      {choosing && <ChooseBoardDialog caseId={caseId} onClose={() => setChoosing(false)} />}
    </Panel>
  );
}
