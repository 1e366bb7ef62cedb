import { titles } from '@concertation/shared/domain';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, SelectField, TextField, useToast } from '../../ui/index.ts';
import { emptyGuest, type GuestField, guestFields, readGuest } from './guest-draft.ts';
import styles from './guests.module.css';

/** « Inviter quelqu’un sans compte »: who invites writes the name and quality that everybody will see. Source: CM-08. */
export function InviteGuestDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { t } = useTranslation('guests');
  const { show } = useToast();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptyGuest);
  const [refused, setRefused] = useState<readonly GuestField[]>([]);
  const invite = useCommand('inviteGuest', { refreshes: ['listGuests', 'listExpectedConnections'] });

  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setRefused(refused.filter((field) => !(field in part)));
    invite.reset();
  };
  const refuse = (fields: readonly GuestField[]) => {
    setRefused(fields);
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] button, input[data-invalid]')
        ?.focus(),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invite.isPending) return;
    const read = readGuest(draft);
    if ('wrong' in read) return refuse(read.wrong);
    invite.mutate(
      { params: { meetingId }, body: read.guest },
      {
        onSuccess: () => {
          const { title, givenName, familyName } = read.guest;
          show({ tone: 'success', message: t('invite.done', { name: `${title} ${givenName} ${familyName}` }) });
          onClose();
        },
        onError: (error) => {
          if (error.code === 'invalid')
            refuse(guestFields.filter((field) => error.fields.some((problem) => problem.field === field)));
        },
      },
    );
  };
  const field = (name: Exclude<GuestField, 'title'>) => ({
    isRequired: true,
    label: t(`invite.${name}`),
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: refused.includes(name) ? t(`invite.wrong.${name}`) : null,
    autoComplete: 'off',
  });

  return (
    <Dialog
      isOpen
      title={t('invite.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('invite.cancel')}</Button>
          <Button variant="primary" type="submit" form={id} isPending={invite.isPending}>
            {t('invite.send')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('invite.words')}</p>
        <div className={styles.names}>
          <SelectField
            isRequired
            label={t('invite.titleField')}
            placeholder={t('invite.choose')}
            choices={titles.map((title) => ({ id: title, label: title }))}
            value={draft.title}
            onChange={(title) => change({ title })}
            error={refused.includes('title') ? t('invite.wrong.title') : null}
          />
          <TextField {...field('givenName')} maxLength={80} />
          <TextField {...field('familyName')} maxLength={80} />
        </div>
        <TextField {...field('quality')} description={t('invite.qualityHint')} maxLength={120} />
        <TextField {...field('email')} type="email" maxLength={254} />
      </form>
      {invite.error && invite.error.code !== 'invalid' && <ErrorNotice error={invite.error} />}
    </Dialog>
  );
}
