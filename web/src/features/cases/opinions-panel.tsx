import type { OpinionLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, useRead } from '../../api/index.ts';
import {
  Badge,
  Button,
  EmptyState,
  ErrorNotice,
  Panel,
  Spinner,
  type Tone,
  useFormats,
  useToast,
} from '../../ui/index.ts';
import styles from './cases.module.css';

const tones: Record<OpinionLine['state'], Tone> = {
  draft: 'neutral',
  discussion: 'info',
  validated: 'accent',
  frozen: 'warning',
  signed: 'success',
};

function Opinion({ opinion }: { opinion: OpinionLine }) {
  const { t } = useTranslation('cases');
  const { day } = useFormats();
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  const { reportId, boardName, meetingStartsAt, state, version, replacedBy, documentNumber } = opinion;
  const date = day(meetingStartsAt);
  const save = async () => {
    setPending(true);
    try {
      const name = await download('downloadReport', { params: { reportId } }, `${documentNumber ?? reportId}.pdf`);
      show({ tone: 'success', message: t('opinions.downloaded', { name }) });
    } catch (error) {
      show({ tone: 'danger', message: error instanceof Error ? error.message : t('opinions.failed') });
    } finally {
      setPending(false);
    }
  };
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <p className={styles.name}>{boardName}</p>
        <p className={styles.note}>
          {t('opinions.on', { date })}
          {version > 1 && ` · ${t('opinions.version', { version })}`}
        </p>
        <p className={styles.states}>
          <Badge tone={tones[state]}>{t(`opinions.state.${state}`)}</Badge>
          {replacedBy !== null && <Badge tone="neutral">{t('opinions.replaced')}</Badge>}
        </p>
      </div>
      {state === 'signed' && (
        <Button
          icon="document"
          isPending={isPending}
          onPress={() => void save()}
          aria-label={t('opinions.downloadOf', { board: boardName, date, version })}
        >
          {t('opinions.download')}
        </Button>
      )}
    </li>
  );
}

/** « Commentaires »: every opinion given on the case, and its report to download. Source: SC-94 to SC-97. */
export function OpinionsPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const opinions = useRead('listOpinions', { params: { caseId } });
  return (
    <Panel id="commentaires" title={t('opinions.title')} padding={!opinions.data?.length}>
      {opinions.error && <ErrorNotice error={opinions.error} onRetry={() => void opinions.refetch()} />}
      {opinions.isPending && <Spinner size="block" />}
      {opinions.data?.length === 0 && <EmptyState title={t('opinions.none')}>{t('opinions.noneWords')}</EmptyState>}
      {opinions.data && opinions.data.length > 0 && (
        <ul className={styles.list}>
          {opinions.data.map((opinion) => (
            <Opinion key={opinion.reportId} opinion={opinion} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
