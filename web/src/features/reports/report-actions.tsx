import type { ReportDetail } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, useToast } from '../../ui/index.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import { QuorumDialog } from './quorum-dialog.tsx';
import styles from './report-panel.module.css';
import { StateBadge } from './state-badge.tsx';
import { type OpenState, stepsFrom } from './steps.ts';

/** What may be done with a report that is not frozen, and by whom, in words. */
export function ReportActions({
  report,
  goToAttendance,
  quorum,
}: {
  report: ReportDetail;
  goToAttendance: () => void;
  quorum: ReactNode;
}) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const [freezing, setFreezing] = useState(false);
  const [derogating, setDerogating] = useState(false);
  const move = useCommand('moveReport', { refreshes: ['readReport', 'readMeeting'] });
  const may = (action: 'report.write' | 'report.validate' | 'report.freeze') => report.abilities.includes(action);
  const { reportId, state } = report;

  function moveTo(to: OpenState): void {
    move.mutate(
      { params: { reportId }, body: { state: to } },
      {
        onSuccess: () => show({ tone: 'success', message: t('actions.moved', { state: t(`state.${to}`) }) }),
        onError: (error) =>
          error.code === 'quorum_unmet' ? setDerogating(true) : show({ tone: 'danger', message: error.message }),
      },
    );
  }

  return (
    <div className={styles.steps}>
      <p className={styles.help}>
        <StateBadge report={report} /> {state !== 'frozen' && state !== 'signed' && t(`stateHelp.${state}`)}{' '}
        {!may('report.write') && t('who.read')}{' '}
        {may('report.write') && !may('report.freeze') && state === 'validated' && t('who.freeze')}
      </p>
      <fieldset aria-label={t('actions.label')} className={styles.actions}>
        {may('report.write') && <Prefill reportId={reportId} />}
        {may('report.validate') &&
          stepsFrom(state).map(({ to, label, forward }) => (
            <Button
              key={label}
              size="small"
              variant={forward ? 'secondary' : 'quiet'}
              isPending={move.isPending && move.variables.body.state === to}
              isDisabled={move.isPending && move.variables.body.state !== to}
              onPress={() => moveTo(to)}
            >
              {t(`actions.${label}`)}
            </Button>
          ))}
        {may('report.freeze') && (
          <Button
            size="small"
            icon="lock"
            variant={state === 'validated' ? 'primary' : 'secondary'}
            onPress={() => setFreezing(true)}
          >
            {t('actions.freeze')}
          </Button>
        )}
      </fieldset>
      <FreezeDialog
        reportId={reportId}
        isOpen={freezing}
        onClose={() => setFreezing(false)}
        goToAttendance={goToAttendance}
      />
      {derogating && (
        <QuorumDialog
          reportId={reportId}
          quorum={quorum}
          onClose={() => setDerogating(false)}
          goToAttendance={goToAttendance}
        />
      )}
    </div>
  );
}

function Prefill({ reportId }: { reportId: string }) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const prefill = useCommand('prefillReport', { refreshes: ['readReport'] });
  return (
    <Button
      size="small"
      icon="document"
      isPending={prefill.isPending}
      onPress={() =>
        prefill.mutate(
          { params: { reportId } },
          {
            onSuccess: ({ filled }) =>
              show(
                filled.length === 0
                  ? { message: t('prefilled.nothing') }
                  : {
                      tone: 'success',
                      message: t('prefilled.done', {
                        sections: filled.map((section) => t(`section.${section}`)).join(', '),
                      }),
                    },
              ),
            onError: (error) => show({ tone: 'danger', message: error.message }),
          },
        )
      }
    >
      {t('actions.prefill')}
    </Button>
  );
}
