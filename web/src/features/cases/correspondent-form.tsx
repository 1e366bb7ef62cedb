import { type Correspondent, correspondentRoles, type Person } from '@concertation/shared/contracts';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ChoiceField, ErrorNotice, SelectField, TextField, useToast } from '../../ui/index.ts';
import styles from './cases.module.css';
import type { PickerSlot } from './share-form.tsx';

const ways = ['outside', 'colleague'] as const;
type Way = (typeof ways)[number];
type Draft = { role: Correspondent['role']; way: Way; name: string; address: string; person: Person | null };

/** As the server reads an address: the whole check is its own. */
const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export type CorrespondentFormProps = {
  caseId: string;
  /** The médecin traitant whose place another one would take. */
  practitioner: Correspondent | null;
  /** Accounts that are there already. */
  excluded: string[];
  /** The search of a colleague, which is another feature. */
  renderPicker: (slot: PickerSlot) => ReactNode;
  /** Called once added, or given up. */
  onDone: () => void;
};

/** Who treats the patient outside the meeting: somebody with an address, or a colleague who has an account. */
export function CorrespondentForm({ caseId, practitioner, excluded, renderPicker, onDone }: CorrespondentFormProps) {
  const { t } = useTranslation('cases');
  const { show } = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>({
    role: practitioner ? 'correspondent' : 'general_practitioner',
    way: 'outside',
    name: '',
    address: '',
    person: null,
  });
  const [checked, setChecked] = useState(false);
  const add = useCommand('addCorrespondent', { refreshes: ['listCorrespondents'] });
  const { role, way, person } = draft;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  // The button that opened it is gone: what it opened takes the keyboard.
  useEffect(() => form.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const address = draft.address.trim();
  const isColleague = way === 'colleague';
  const name = isColleague ? (person?.name ?? '') : draft.name.trim();
  const wrongAddress = !isColleague && address !== '' && !looksLikeAddress(address);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name === '' || wrongAddress) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus());
      return;
    }
    const reach = isColleague
      ? { accountId: person?.accountId ?? null, address: null }
      : { accountId: null, address: address || null };
    add.mutate(
      { params: { caseId }, body: { role, name, ...reach } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('correspondents.added', { name }) });
          onDone();
        },
      },
    );
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <SelectField
        label={t('correspondents.as')}
        choices={correspondentRoles.map((id) => ({ id, label: t(`correspondents.role.${id}`) }))}
        value={role}
        onChange={(chosen) => change({ role: chosen })}
        {...(role === 'general_practitioner' && practitioner
          ? { description: t('correspondents.replaces', { name: practitioner.name }) }
          : {})}
      />
      <ChoiceField
        label={t('correspondents.way')}
        choices={ways.map((id) => ({ id, label: t(`correspondents.ways.${id}`) }))}
        value={way}
        onChange={(chosen) => change({ way: chosen })}
      />
      {isColleague ? (
        renderPicker({
          label: t('correspondents.colleague'),
          value: person,
          onChange: (chosen) => change({ person: chosen }),
          excluded,
          error: checked && !person ? t('sharing.missing') : null,
        })
      ) : (
        <>
          <TextField
            isRequired
            label={t('correspondents.name')}
            placeholder={t('correspondents.nameExample')}
            value={draft.name}
            onChange={(typed) => change({ name: typed })}
            maxLength={120}
            autoComplete="off"
            error={checked && name === '' ? t('correspondents.wrongName') : null}
          />
          <TextField
            label={t('correspondents.address')}
            description={t('correspondents.addressWords')}
            type="email"
            value={draft.address}
            onChange={(typed) => change({ address: typed })}
            maxLength={320}
            autoComplete="off"
            error={checked && wrongAddress ? t('correspondents.wrongAddress') : null}
          />
        </>
      )}
      {add.error && <ErrorNotice error={add.error} />}
      <div className={styles.formActions}>
        <Button variant="quiet" onPress={onDone}>
          {t('correspondents.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={add.isPending}>
          {t('correspondents.confirmAdd')}
        </Button>
      </div>
    </form>
  );
}
