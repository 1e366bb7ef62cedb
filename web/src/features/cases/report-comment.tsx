import type { CommentLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/index.ts';
import { Badge, Button, LinkButton, type Tone, useFormats, useToast } from '../../ui/index.ts';
import styles from './cases.module.css';

export type ReportLine = Extract<CommentLine, { kind: 'report' }>;

const tones: Record<ReportLine['state'], Tone> = {
  draft: 'neutral',
  discussion: 'info',
  validated: 'accent',
  frozen: 'warning',
  signed: 'success',
};

/** The opinion of a meeting; its file downloads the signed report at once. Source: SC-97. */
export function ReportComment({ report }: { report: ReportLine }) {
  const { t } = useTranslation('cases');
  const { day } = useFormats();
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  const { reportId, boardName, meetingStartsAt, state, version, replacedBy, documentNumber } = report;
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
        <LinkButton
          variant="quiet"
          href={`/comptes-rendus/${reportId}`}
          aria-label={t('opinions.deliveryOf', { board: boardName, date, version })}
        >
          {t('opinions.delivery')}
        </LinkButton>
      )}
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
