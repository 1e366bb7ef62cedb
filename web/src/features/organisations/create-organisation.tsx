import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, LinkButton, Panel, useToast } from '../../ui/index.ts';
import { emptyOrganisation } from './organisation-draft.ts';
import { OrganisationForm } from './organisation-form.tsx';
import styles from './organisations.module.css';

/** A new organisation, administered by who creates it. Source: SC-46. */
export function CreateOrganisation({ onCreated }: { onCreated: (organisationId: string) => void }) {
  const { t } = useTranslation('organisations');
  const form = useId();
  const toast = useToast();
  const create = useCommand('createOrganisation', { refreshes: ['listOrganisations', 'readAssistance'] });
  return (
    <Panel>
      <OrganisationForm
        id={form}
        initial={emptyOrganisation}
        error={create.error}
        onSend={(body) =>
          create.mutate(
            { body },
            {
              onSuccess: ({ organisationId }) => {
                toast.show({ tone: 'success', message: t('form.created') });
                onCreated(organisationId);
              },
            },
          )
        }
      >
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {t('form.create')}
          </Button>
          <LinkButton href="/organisations">{t('form.cancel')}</LinkButton>
        </div>
      </OrganisationForm>
    </Panel>
  );
}
