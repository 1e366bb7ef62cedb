import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './people-panel.module.css';

/** Adds to the attendance somebody who is in the room without a screen. It stays open: several come in together. */
export function AddPersonForm({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [specialty, setSpecialty] = useState('');
  const [tried, setTried] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const specialtyInput = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const add = useCommand('addAttendance', { refreshes: ['readMeeting'] });
  const missing = (text: string) => (tried && !text.trim() ? t('people.required') : null);

  // Asked for by who runs the meeting: the cursor goes where the name is typed.
  useEffect(() => {
    if (isOpen) nameInput.current?.focus();
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    setTried(false);
    add.reset();
    requestAnimationFrame(() => opener.current?.focus());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!name.trim()) return nameInput.current?.focus();
    if (!specialty.trim()) return specialtyInput.current?.focus();
    if (add.isPending) return;
    add.mutate(
      { params: { meetingId }, body: { name: name.trim(), specialty: specialty.trim() } },
      {
        onSuccess: (line) => {
          show({ tone: 'success', message: t('people.added', { name: line.name }) });
          setName('');
          setSpecialty('');
          setTried(false);
          nameInput.current?.focus();
        },
      },
    );
  }

  if (!isOpen)
    return (
      <Button ref={opener} size="small" icon="add" className={styles.add} onPress={() => setOpen(true)}>
        {t('people.add')}
      </Button>
    );
  return (
    <form className={styles.form} aria-label={t('people.add')} onSubmit={submit} noValidate>
      <TextField
        ref={nameInput}
        label={t('people.name')}
        description={t('people.nameHint')}
        value={name}
        onChange={setName}
        error={missing(name)}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        ref={specialtyInput}
        label={t('people.specialty')}
        value={specialty}
        onChange={setSpecialty}
        error={missing(specialty)}
        maxLength={120}
        autoComplete="off"
      />
      {add.error && <ErrorNotice error={add.error} />}
      <div className={styles.formActions}>
        <Button size="small" variant="quiet" onPress={close}>
          {t('present.close')}
        </Button>
        <Button size="small" type="submit" isPending={add.isPending}>
          {t('people.addAction')}
        </Button>
      </div>
    </form>
  );
}
