import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import { useRead } from '../../../api/index.ts';
import { Panel } from '../../../ui/index.ts';
import { AddingField } from '../words/adding-field.tsx';
import { Chips } from '../words/chips.tsx';
import { useSettled } from '../words/use-settled.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The organisations to which the board belongs, one or several, which exist already. Source: SC-47. */
export function OrganisationsSection({ form: { draft, change, problem } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const found = useRead('listOrganisations', { query: search ? { search } : {} }, { keepPrevious: true });
  const chosen = draft.organisations;
  const offered = (found.data ?? []).filter(
    (one) => !chosen.some((other) => other.organisationId === one.organisationId),
  );
  const choose = (id: string) => {
    const organisation = offered.find(({ organisationId }) => organisationId === id);
    if (organisation)
      change(({ organisations }) => ({
        organisations: [...organisations, { organisationId: id, name: organisation.name }],
      }));
  };
  return (
    <Panel id="organisations" title={t('section.organisations')}>
      <div className={styles.fields}>
        <AddingField
          label={t('organisations.add')}
          description={t('organisations.hint')}
          isRequired
          error={problem('organisationIds')}
          items={offered.map(({ organisationId, name, place }) => ({ id: organisationId, label: name, note: place }))}
          text={typed}
          onTextChange={setTyped}
          onAdd={choose}
          emptyWords={
            found.isError ? t('organisations.failed') : found.isFetching ? t('searching') : t('organisations.none')
          }
        />
        <Chips
          label={t('organisations.chosen')}
          items={chosen.map(({ organisationId, name }) => ({ id: organisationId, label: name }))}
          removeLabel={(name) => t('organisations.remove', { name })}
          onRemove={(id) =>
            change(({ organisations }) => ({
              organisations: organisations.filter(({ organisationId }) => organisationId !== id),
            }))
          }
        />
        <p className={styles.soft}>
          {t('organisations.absent')} <Link href="/organisations/nouvelle">{t('organisations.create')}</Link>
        </p>
      </div>
    </Panel>
  );
}
