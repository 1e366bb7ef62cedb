import type { CasePresentation } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, Button, type Tone, useFormats } from '../../ui/index.ts';
import { useMissingWords } from './missing-words.ts';
import styles from './presenting.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const tones: Record<CasePresentation['state'], Tone> = { preparing: 'info', listed: 'accent', removed: 'neutral' };

function Line({
  presentation,
  onWithdraw,
  actions,
}: {
  presentation: CasePresentation;
  onWithdraw: () => void;
  actions?: ReactNode;
}) {
  const { t } = useTranslation('presenting');
  const { meetingTime } = useFormats();
  const missingWords = useMissingWords();
  const { board, meetingId, meetingStartsAt, state, missing, moves, editable } = presentation;
  const date = meetingTime(meetingStartsAt);
  const latest = moves.at(-1);
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <p className={styles.name}>{board.name}</p>
        <p className={styles.note}>{state === 'listed' ? <Link href={`/reunions/${meetingId}`}>{date}</Link> : date}</p>
        <p className={styles.states}>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          {state === 'listed' && (
            <Badge tone={missing.length === 0 ? 'success' : 'warning'}>
              {t(missing.length === 0 ? 'missing.ready' : 'missing.notReady')}
            </Badge>
          )}
        </p>
        {state !== 'removed' && missing.length > 0 && (
          <p className={styles.note}>{t('missing.are', { items: missing.map(missingWords).join(', ') })}</p>
        )}
        {latest && (
          <p className={styles.note}>{t('moved', { from: meetingTime(latest.fromStartsAt), reason: latest.reason })}</p>
        )}
      </div>
      {actions}
      {editable && state !== 'removed' && (
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('withdraw.of', { board: board.name, date })}
          onPress={onWithdraw}
        />
      )}
    </li>
  );
}

/** The boards asked about a case: when, in which state, what is missing. `renderActions` adds what else can be done. */
export function PresentationList({
  caseId,
  presentations,
  renderActions,
}: {
  caseId: string;
  presentations: readonly CasePresentation[];
  renderActions?: ((presentation: CasePresentation) => ReactNode) | undefined;
}) {
  const [withdrawing, setWithdrawing] = useState<CasePresentation | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {presentations.map((presentation) => (
          <Line
            key={presentation.presentationId}
            presentation={presentation}
            onWithdraw={() => setWithdrawing(presentation)}
            actions={renderActions?.(presentation)}
          />
        ))}
      </ul>
      {withdrawing && (
        <WithdrawDialog caseId={caseId} presentation={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </>
  );
}
