import type { PresentationLine } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Panel } from '../../../ui/index.ts';
import { FreezeBar } from './freeze-bar.tsx';
import { FreezeLine } from './freeze-line.tsx';
import styles from './freeze-all.module.css';
import { isRead, mark, type Marks, notice } from './marks.ts';
import { useFreezeAll } from './use-freeze-all.ts';

type Props = { lines: readonly PresentationLine[]; hrefOf: (line: PresentationLine) => string };

/**
 * The reports of a meeting that are not frozen, each beside its patient: what is complete is read, marked « Relu » and
 * frozen in one go. What was frozen here stays, with how far its signature is. Rule FRZ-14.
 */
export function FreezeAll({ lines, hrefOf }: Props) {
  const { t } = useTranslation('reports');
  const [already] = useState(
    () => new Set(lines.filter(({ reportState }) => isSealed(reportState)).map(({ reportId }) => reportId)),
  );
  const [marks, setMarks] = useState<Marks>(new Map());
  const { run, freeze } = useFreezeAll();
  const shown = lines.filter(({ reportId }) => !already.has(reportId));
  const chosen = shown.flatMap(({ reportId, reportState }) => {
    const read = marks.get(reportId);
    return read !== undefined && isRead(marks, reportId) && !isSealed(reportState) && !run.frozen.has(reportId)
      ? [{ reportId, textHash: read.textHash, patientRevision: read.patientRevision }]
      : [];
  });

  if (shown.length === 0)
    return (
      <EmptyState title={t('freezeAll.none')}>
        {t(lines.length === 0 ? 'freezeAll.noneListed' : 'freezeAll.noneWords')}
      </EmptyState>
    );
  return (
    <div className={styles.all}>
      <p className={styles.help}>
        {t('freezeAll.help')} {already.size > 0 && t('freezeAll.already', { count: already.size })}
      </p>
      <Panel title={t('freezeAll.cases')} padding={false}>
        <ol className={styles.lines}>
          {shown.map((line) => (
            <FreezeLine
              key={line.reportId}
              line={line}
              run={run}
              isRead={isRead(marks, line.reportId)}
              hasChanged={marks.get(line.reportId)?.changed ?? false}
              onMark={(reading) => setMarks((before) => mark(before, line.reportId, reading))}
              onSeen={(reading) => setMarks((before) => notice(before, line.reportId, reading))}
              href={hrefOf(line)}
            />
          ))}
        </ol>
      </Panel>
      <FreezeBar count={chosen.length} run={run} onFreeze={() => void freeze(chosen)} />
    </div>
  );
}
