import type { PresentationLine } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import {
  Badge,
  CheckboxField,
  ErrorNotice,
  IdentityBanner,
  Notice,
  Spinner,
  VisuallyHidden,
} from '../../../ui/index.ts';
import { AnswerList } from '../read-back/answer-list.tsx';
import { DecisionWords, saysNothing } from '../read-back/decision-words.tsx';
import { FreezeGaps } from './freeze-gaps.tsx';
import styles from './freeze-all.module.css';
import type { Reading } from './marks.ts';
import { LineState } from './line-state.tsx';
import type { FreezeRun } from './use-freeze-all.ts';

/** Edits made meanwhile come by themselves; the freeze refuses whatever was not seen. */
const refreshEvery = 15_000;

type Props = {
  line: PresentationLine;
  run: FreezeRun;
  /** Ticked, for the words as they are. */
  isRead: boolean;
  /** Ticked once, for words that have changed. */
  hasChanged: boolean;
  onMark: (reading: Reading | null) => void;
  /** The words as the server says them now, and the identity on the screen. */
  onSeen: (reading: Reading) => void;
  /** Where the report is completed. */
  href: string;
};

/** A report of the meeting: whose, its decision's words, what it lacks, and « Relu » once nothing does. */
export function FreezeLine({ line, ...props }: Props) {
  const name = presentPatientName(line.patient);
  return (
    <li className={styles.line} aria-label={name}>
      <div className={styles.head}>
        <IdentityBanner patient={line.patient} variant="line" status />
        <LineState line={line} run={props.run} />
      </div>
      {!isSealed(line.reportState) && <Open line={line} name={name} {...props} />}
    </li>
  );
}

function Open({ line, name, run, isRead, hasChanged, onMark, onSeen, href }: Props & { name: string }) {
  const { t } = useTranslation('reports');
  const { reportId, patient } = line;
  const readBack = useRead('readReadBack', { params: { reportId } }, { refreshEvery });
  const gaps = useRead('listGaps', { params: { reportId } }, { refreshEvery });
  const refusal = run.refused.get(reportId);
  const textHash = readBack.data?.textHash;
  useEffect(() => {
    if (textHash !== undefined) onSeen({ textHash, patientRevision: patient.revision });
  });

  const error = readBack.error ?? gaps.error;
  if (!readBack.data || !gaps.data) {
    if (!error) return <Spinner label={t('freezeAll.reading')} />;
    return <ErrorNotice error={error} onRetry={() => void Promise.all([readBack.refetch(), gaps.refetch()])} />;
  }
  const { text, answers, awaited } = readBack.data;
  const complete = gaps.data.length === 0;
  return (
    <>
      {refusal && !(refusal.code === 'stale' && isRead) && (
        <Notice tone="danger">
          <p>
            {t('freezeAll.result.refused', {
              reason: refusal.code === 'stale' ? t('freezeAll.changed') : refusal.message,
            })}
          </p>
        </Notice>
      )}
      {!complete && <FreezeGaps gaps={gaps.data} href={href} name={name} />}
      {!saysNothing(text) && <DecisionWords text={text} />}
      {(answers.length > 0 || complete) && <AnswerList answers={answers} awaited={awaited} isFrozen={false} />}
      {complete && hasChanged && !isRead && !refusal && (
        <p>
          <Badge tone="warning">{t('freezeAll.changed')}</Badge>
        </p>
      )}
      {complete && (
        <CheckboxField
          isSelected={isRead}
          isDisabled={run.isRunning}
          onChange={(ticked) =>
            onMark(ticked ? { textHash: readBack.data.textHash, patientRevision: patient.revision } : null)
          }
        >
          <strong>{t('freezeAll.read')}</strong>
          <VisuallyHidden>{t('freezeAll.readFor', { name })}</VisuallyHidden>
        </CheckboxField>
      )}
    </>
  );
}
