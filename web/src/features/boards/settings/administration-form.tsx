import type { BoardDetail } from '@concertation/shared/contracts';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, refreshFacts, useCommand } from '../../../api/index.ts';
import { Button, ErrorNotice, Notice, useToast } from '../../../ui/index.ts';
import { type SettingsDraft, toDraft } from './draft.ts';
import { IdentitySection } from './identity-section.tsx';
import { keptDrafts } from './kept-drafts.ts';
import { LabelsSection } from './labels-section.tsx';
import { GuestsSection, PortalSection } from './opening-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';
import { QuestionnaireSection } from './questionnaire-section.tsx';
import { QuorumSection } from './quorum-section.tsx';
import { changedParts, rebase } from './rebase.ts';
import { RegistrationsSection } from './registrations-section.tsx';
import { SectionLinks } from './section-links.tsx';
import styles from './settings.module.css';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useSettingsForm } from './use-settings-form.ts';
import { VideoSection } from './video-section.tsx';

const draftOf = ({ settings, organisations }: BoardDetail) => toDraft(settings, organisations);

/** What the form started from: shown settings and their revision. */
type Start = { base: SettingsDraft; revision: number };

/**
 * The settings of a board, saved together. When somebody else saved meanwhile, what was typed is put over theirs, said
 * in words, and saved by a second press. Source: OO-44.
 */
export function AdministrationForm({ board, accountId }: { board: BoardDetail; accountId: string }) {
  const { t } = useTranslation('boards');
  const { show } = useToast();
  const { boardId } = board;
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const [kept] = useState(() => keptDrafts.read(accountId, boardId));
  const [start, setStart] = useState<Start>(() => kept ?? { base: draftOf(board), revision: board.revision });
  const [both, setBoth] = useState<readonly string[] | null>(null);
  const { form, read, refuse, setDraft, wrong } = useSettingsForm(kept?.draft ?? start.base, element, (draft) =>
    keptDrafts.keep(accountId, boardId, { ...start, draft }),
  );
  const save = useCommand('updateBoard', { refreshes: ['readBoard', 'listBoards'] });
  const isDirty = changedParts(start.base, form.draft).length > 0;
  useLeaveWarning(isDirty);

  const startFrom = (fresh: BoardDetail, draft: SettingsDraft) => {
    setStart({ base: draftOf(fresh), revision: fresh.revision });
    setDraft(draft);
  };
  const restart = async () => {
    const fresh = await call('readBoard', { params: { boardId } });
    keptDrafts.forget(accountId, boardId);
    setBoth(null);
    save.reset();
    startFrom(fresh, draftOf(fresh));
    refuse([]);
  };
  const putOverTheirs = async () => {
    const fresh = await call('readBoard', { params: { boardId } });
    const merged = rebase(start.base, form.draft, draftOf(fresh));
    keptDrafts.keep(accountId, boardId, { base: draftOf(fresh), revision: fresh.revision, draft: merged.draft });
    startFrom(fresh, merged.draft);
    setBoth(merged.both);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const settings = read();
    if (!settings) return;
    const sent = form.draft;
    save.mutate(
      { params: { boardId }, body: { ...settings, revision: start.revision } },
      {
        onSuccess: () => {
          keptDrafts.forget(accountId, boardId);
          setBoth(null);
          setStart(({ revision }) => ({ base: sent, revision: revision + 1 }));
          show({ tone: 'success', message: t('administration.saved') });
        },
        onError: (error) => {
          if (error.code === 'stale') void putOverTheirs().catch(() => refreshFacts('readBoard'));
          if (error.code === 'invalid') refuse(error.fields.map(({ field }) => field));
        },
      },
    );
  };
  const isStale = save.error?.code === 'stale' || both !== null;
  const meets = form.draft.kind !== 'opinion_platform';
  return (
    <div className={styles.layout}>
      <SectionLinks meets={meets} />
      <form id={formId} ref={element} noValidate onSubmit={send} className={styles.form}>
        {kept && isDirty && !isStale && (
          <Notice title={t('administration.kept')}>
            <p>{t('administration.keptWords')}</p>
          </Notice>
        )}
        <IdentitySection form={form} />
        <OrganisationsSection form={form} />
        {meets && <RegistrationsSection form={form} />}
        {meets && <QuorumSection form={form} />}
        <LabelsSection form={form} />
        <QuestionnaireSection form={form} />
        {meets && <VideoSection form={form} />}
        <PortalSection form={form} />
        <GuestsSection form={form} />
      </form>
      <div className={styles.saving}>
        {isStale && (
          <Notice tone="warning" title={t('administration.stale')}>
            <p>{t(both?.length ? 'administration.staleBoth' : 'administration.staleWords')}</p>
          </Notice>
        )}
        {wrong.length > 0 && <Notice tone="danger" title={t('administration.wrong', { count: wrong.length })} />}
        {save.error && !isStale && save.error.code !== 'invalid' && <ErrorNotice error={save.error} />}
        <div className={styles.actions}>
          <output className={styles.state}>{isDirty && t('administration.dirty')}</output>
          {isDirty && (
            <Button
              variant="quiet"
              onPress={() => void restart().catch(() => show({ tone: 'danger', message: t('administration.failed') }))}
            >
              {t('administration.restart')}
            </Button>
          )}
          <Button type="submit" form={formId} variant="primary" isPending={save.isPending}>
            {t('administration.save')}
          </Button>
        </div>
      </div>
    </div>
  );
}
