import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { EmptyState, ErrorNotice, Panel, Spinner } from '../../ui/index.ts';
import styles from './cases.module.css';
import { OpinionComment } from './opinion-comment.tsx';
import { ReportComment } from './report-comment.tsx';

/**
 * « Commentaires »: every opinion given on the case, in meetings with its report to download, and by colleagues.
 * `actions` is the place of what asks for another one. Source: SC-94 to SC-97.
 */
export function OpinionsPanel({ caseId, actions }: { caseId: string; actions?: ReactNode }) {
  const { t } = useTranslation('cases');
  const opinions = useRead('listOpinions', { params: { caseId } });
  return (
    <Panel id="commentaires" title={t('opinions.title')} padding={!opinions.data?.length} actions={actions}>
      {opinions.error && <ErrorNotice error={opinions.error} onRetry={() => void opinions.refetch()} />}
      {opinions.isPending && <Spinner size="block" />}
      {opinions.data?.length === 0 && <EmptyState title={t('opinions.none')}>{t('opinions.noneWords')}</EmptyState>}
      {opinions.data && opinions.data.length > 0 && (
        <ul className={styles.list}>
          {opinions.data.map((line) =>
            line.kind === 'report' ? (
              <ReportComment key={line.reportId} report={line} />
            ) : (
              <OpinionComment key={line.opinionId} caseId={caseId} opinion={line} />
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}
