import type { Profile } from '@concertation/shared/contracts';
import {
  addressReaders,
  type AddressReaders,
  phone,
  type Service,
  services,
  specialties,
  type Title,
  titles,
} from '@concertation/shared/domain';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import {
  Button,
  ChoiceField,
  ErrorNotice,
  LinkButton,
  Panel,
  ProposedField,
  SelectField,
  SeveralField,
  Spinner,
  TextField,
  useToast,
} from '../../ui/index.ts';
import styles from './account.module.css';
import { NewAddressDialog } from './new-address-dialog.tsx';

function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const [title, setTitle] = useState<Title>(profile.title);
  const [specialty, setSpecialty] = useState(profile.specialty);
  const [profession, setProfession] = useState(profile.profession);
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState<readonly Service[]>(profile.services);
  const [readers, setReaders] = useState<AddressReaders>(profile.addressReaders);
  const [wrong, setWrong] = useState<'specialty' | 'phone' | 'services' | null>(null);
  const save = useCommand('updateProfile', { refreshes: ['readProfile', 'readMe'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isPhone = number.trim() === '' || phone.safeParse(number).success;
    const isAsked = chosen.length > 0;
    const found = specialty.trim() === '' ? 'specialty' : !isPhone ? 'phone' : isAsked ? null : 'services';
    setWrong(found);
    if (found) return;
    const choices = { services: [...chosen], addressReaders: readers };
    const body = { title, specialty, profession, ...choices, ...(number.trim() === '' ? {} : { phone: number }) };
    save.mutate(
      { body },
      {
        onSuccess: () => {
          setNumber('');
          show({ tone: 'success', message: t('profile.saved') });
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={send} className={styles.group}>
      <div className={styles.pair}>
        <SelectField
          label={t('profile.civility')}
          choices={titles.map((id) => ({ id, label: id }))}
          value={title}
          onChange={setTitle}
        />
        <TextField
          label={t('profile.phone')}
          description={
            profile.phone === null ? t('profile.phoneNone') : t('profile.phoneKnown', { phone: profile.phone })
          }
          type="tel"
          autoComplete="tel"
          value={number}
          onChange={(text) => {
            setNumber(text);
            setWrong(null);
          }}
          error={wrong === 'phone' && t('profile.phoneWrong')}
        />
      </div>
      <div className={styles.pair}>
        <ProposedField
          label={t('profile.specialty')}
          proposals={specialties}
          isRequired
          value={specialty}
          onChange={(text) => {
            setSpecialty(text);
            setWrong(null);
          }}
          error={wrong === 'specialty' && t('profile.specialtyMissing')}
        />
        <TextField label={t('profile.profession')} maxLength={120} value={profession} onChange={setProfession} />
      </div>
      <SeveralField
        label={t('profile.services')}
        description={t('profile.servicesHelp')}
        choices={services.map((id) => ({ id, label: t(`services.${id}`), words: t(`services.${id}_words`) }))}
        value={chosen}
        onChange={(ids) => {
          setChosen(ids);
          setWrong(null);
        }}
        error={wrong === 'services' && t('profile.servicesMissing')}
      />
      <ChoiceField
        label={t('profile.addressReaders')}
        description={t('profile.addressReadersHelp')}
        choices={addressReaders.map((id) => ({ id, label: t(`addressReaders.${id}`) }))}
        value={readers}
        onChange={setReaders}
        inLines
      />
      {save.error && <ErrorNotice error={save.error} />}
      <div className={styles.rowActions}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('profile.save')}
        </Button>
        <LinkButton href="/organisations" icon="building" variant="quiet">
          {t('profile.organisations')}
        </LinkButton>
      </div>
    </form>
  );
}

/** « Mes informations »: how colleagues see this person, and how to reach them. Source: SC-38, SC-39, SC-40, PA-18, PA-19. */
export function ProfilePanel() {
  const { t } = useTranslation('account');
  const profile = useRead('readProfile');
  const [changes, setChanges] = useState(false);
  return (
    <Panel id="informations" title={t('profile.title')}>
      {profile.isPending && <Spinner size="block" />}
      {profile.error && <ErrorNotice error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data && (
        <div className={styles.form}>
          <dl className={styles.facts}>
            <dt>{t('profile.name')}</dt>
            <dd>
              {profile.data.givenName} {profile.data.familyName}
              <p className={styles.help}>{t('profile.nameHelp')}</p>
            </dd>
            <dt>{t('profile.rpps')}</dt>
            <dd>{profile.data.rpps ?? t('profile.none')}</dd>
            <dt>{t('profile.email')}</dt>
            <dd className={styles.rowActions}>
              {profile.data.email}
              <Button size="small" icon="edit" onPress={() => setChanges(true)}>
                {t('profile.changeEmail')}
              </Button>
            </dd>
          </dl>
          <ProfileForm profile={profile.data} />
        </div>
      )}
      {changes && <NewAddressDialog onClose={() => setChanges(false)} />}
    </Panel>
  );
}
