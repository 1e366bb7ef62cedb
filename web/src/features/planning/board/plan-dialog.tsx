import type { BoardDetail, MeetingPlan } from '@concertation/shared/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../../ui/index.ts';
import { type PlanDraft, type PlanProblems, readDraft } from '../form/plan-draft.ts';
import { serverProblems } from '../form/server-problems.ts';
import { focusFirstWrong } from '../form/focus-first-wrong.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanPreview } from './plan-preview.tsx';

const emptyDraft = ({ settings }: BoardDetail): PlanDraft => ({
  date: '',
  time: '18:00',
  duration: '60',
  repeat: 'once',
  end: 'count',
  count: '10',
  until: '',
  fictitious: false,
  video: settings.video,
});

type Props = { board: BoardDetail; isOpen: boolean; onClose: () => void };

/**
 * « Planifier »: one date or a series, in two steps, since a series cannot be judged by its rule: the fields, then the
 * dates that they mean. What was typed stays when the dialog is closed, and through every refusal.
 */
export function PlanDialog({ board, isOpen, onClose }: Props) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const form = useId();
  const { boardId } = board;
  const [draft, setDraft] = useState(() => emptyDraft(board));
  const [problems, setProblems] = useState<PlanProblems>({});
  const [previewed, setPreviewed] = useState<{ plan: MeetingPlan; dates: string[] } | null>(null);
  const preview = useCommand('previewMeetings');
  const plan = useCommand('planMeetings', {
    refreshes: ['listBoardMeetings', 'listMeetings', 'readBoard', 'listBoards'],
  });

  function change(part: Partial<PlanDraft>): void {
    setDraft((known) => ({ ...known, ...part }));
    setProblems({});
    preview.reset();
  }

  function close(): void {
    preview.reset();
    plan.reset();
    setPreviewed(null);
    onClose();
  }

  function refuse(found: PlanProblems): void {
    setProblems(found);
    focusFirstWrong(form);
  }

  function look(): void {
    if (preview.isPending) return;
    const { plan: wanted, problems: found } = readDraft(draft);
    if (!wanted) return refuse(found);
    preview.mutate(
      { params: { boardId }, body: wanted },
      {
        onSuccess: (dates) => setPreviewed({ plan: wanted, dates }),
        onError: (error) => refuse(serverProblems(error, draft.end) ?? {}),
      },
    );
  }

  function confirm(): void {
    if (!previewed || plan.isPending) return;
    plan.mutate(
      { params: { boardId }, body: previewed.plan },
      {
        onSuccess: ({ meetingIds }) => {
          show({ tone: 'success', message: t('plan.done', { count: meetingIds.length }) });
          setDraft(emptyDraft(board));
          close();
        },
      },
    );
  }

  const unexplained = preview.error && !serverProblems(preview.error) ? preview.error : null;
  return (
    <Dialog
      title={t(previewed ? 'preview.title' : 'plan.title')}
      isOpen={isOpen}
      onClose={close}
      actions={
        previewed ? (
          <>
            <Button onPress={() => setPreviewed(null)}>{t('preview.back')}</Button>
            <Button variant="primary" isPending={plan.isPending} onPress={confirm}>
              {t('preview.confirm', { count: previewed.dates.length })}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={close}>{t('plan.cancel')}</Button>
            <Button variant="primary" type="submit" form={form} isPending={preview.isPending}>
              {t('plan.look')}
            </Button>
          </>
        )
      }
    >
      {previewed ? (
        <PlanPreview
          dates={previewed.dates}
          typedTime={previewed.plan.startsAt.slice(-5)}
          timeZone={board.settings.timeZone}
        />
      ) : (
        <PlanForm
          id={form}
          draft={draft}
          onChange={change}
          problems={problems}
          timeZone={board.settings.timeZone}
          onSubmit={look}
        />
      )}
      {previewed && plan.error && <ErrorNotice error={plan.error} />}
      {unexplained && <ErrorNotice error={unexplained} />}
    </Dialog>
  );
}
