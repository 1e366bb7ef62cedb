import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ErrorNotice, LinkButton, useToast } from '../../../ui/index.ts';
import { emptyDraft } from './draft.ts';
import { IdentitySection } from './identity-section.tsx';
import { keptDrafts } from './kept-drafts.ts';
import { GuestsSection, PortalSection } from './opening-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';
import styles from './settings.module.css';
import { useSettingsForm } from './use-settings-form.ts';

const place = 'new';

/** « Créer un staff »: a name, a kind and an organisation; the rest has defaults, and is decided later. Source: SC-100. */
export function NewBoardForm({ accountId, onCreated }: { accountId: string; onCreated: (boardId: string) => void }) {
  const { t } = useTranslation('boards');
  const { show } = useToast();
  const element = useRef<HTMLFormElement>(null);
  const { form, read, refuse } = useSettingsForm(
    keptDrafts.read(accountId, place)?.draft ?? emptyDraft,
    element,
    (draft) => keptDrafts.keep(accountId, place, { base: emptyDraft, revision: 0, draft }),
  );
  const create = useCommand('createBoard', { refreshes: ['listBoards'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const settings = read();
    if (!settings) return;
    create.mutate(
      { body: settings },
      {
        onSuccess: ({ boardId }) => {
          keptDrafts.forget(accountId, place);
          show({ tone: 'success', message: t('new.created', { name: settings.name }) });
          onCreated(boardId);
        },
        onError: (error) => refuse(error.fields.map(({ field }) => field)),
      },
    );
  };
  return (
    <form ref={element} noValidate onSubmit={send} className={styles.form}>
      <IdentitySection form={form} isNew />
      <OrganisationsSection form={form} />
      <PortalSection form={form} />
      <GuestsSection form={form} />
      <p className={styles.soft}>{t('new.later')}</p>
      {create.error && <ErrorNotice error={create.error} />}
      <div className={styles.actions}>
        <LinkButton href="/staff">{t('cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  );
}
