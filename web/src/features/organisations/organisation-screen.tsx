import type { OrganisationDetail } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { phoneAddress } from '../../lib/index.ts';
import { Button, ErrorNotice, PageHeader, Panel, Spinner } from '../../ui/index.ts';
import { AffiliationButton } from './affiliation-button.tsx';
import { EditOrganisationDialog } from './edit-organisation-dialog.tsx';
import styles from './organisations.module.css';
import { PeoplePanel } from './people-panel.tsx';
import type { PickerSlot } from './picker-slot.ts';

function About({ organisation }: { organisation: OrganisationDetail }) {
  const { t } = useTranslation('organisations');
  const { presentation, help, slug, published, kind } = organisation;
  return (
    <>
      <Panel title={t('detail.about')}>
        <p className={presentation === '' ? styles.soft : styles.presentation}>
          {presentation === '' ? t('detail.noPresentation') : presentation}
        </p>
      </Panel>
      {(help.email !== '' || help.phone !== '') && (
        <Panel title={t('form.help')}>
          <p className={styles.facts}>
            {help.email !== '' && <a href={`mailto:${help.email}`}>{help.email}</a>}
            {help.phone !== '' && <a href={phoneAddress(help.phone)}>{help.phone}</a>}
          </p>
        </Panel>
      )}
      {kind === 'network' && (
        <Panel title={t('detail.portal')}>
          {published && slug !== null ? (
            <Link href={`/portail/${slug}`}>{t('detail.seePortal')}</Link>
          ) : (
            <p className={styles.soft}>{t('detail.unpublished')}</p>
          )}
        </Panel>
      )}
    </>
  );
}

function Boards({ boards }: Pick<OrganisationDetail, 'boards'>) {
  const { t } = useTranslation('organisations');
  return (
    <Panel title={t('detail.boards')}>
      {boards.length === 0 ? (
        <p className={styles.soft}>{t('detail.noBoards')}</p>
      ) : (
        <ul className={styles.links}>
          {boards.map(({ boardId, name }) => (
            <li key={boardId}>
              <Link href={`/staff/${boardId}`}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** One organisation: what it says of itself, its boards, its people, and what its administrators do. */
export function OrganisationScreen({
  organisationId,
  renderPicker,
  renderValidations,
  notFound,
}: {
  organisationId: string;
  renderPicker: (slot: PickerSlot) => ReactNode;
  /** What its administrators decide, and nobody else sees. */
  renderValidations: (organisationId: string) => ReactNode;
  notFound: ReactNode;
}) {
  const { t } = useTranslation('organisations');
  const read = useRead('readOrganisation', { params: { organisationId } });
  const [editing, setEditing] = useState(false);
  if (read.error?.code === 'not_found') return notFound;
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={t('detail.loading')} />
    );
  const { name, kind, place, role, abilities, boards } = read.data;
  return (
    <>
      <PageHeader
        title={name}
        back={{ href: '/organisations', label: t('back') }}
        subtitle={
          <p>
            {[t(`kind.${kind}`), place, role && t('mine', { role: t(`role.${role}`) })].filter(Boolean).join(' · ')}
          </p>
        }
        actions={
          <>
            {abilities.includes('organisation.manage') && (
              <Button icon="edit" onPress={() => setEditing(true)}>
                {t('detail.edit')}
              </Button>
            )}
            <AffiliationButton organisation={read.data} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <About organisation={read.data} />
          <Boards boards={boards} />
        </div>
        <div className={styles.stack}>
          {abilities.includes('organisation.manage') && renderValidations(organisationId)}
          <PeoplePanel organisation={read.data} renderPicker={renderPicker} />
        </div>
      </div>
      {editing && <EditOrganisationDialog organisation={read.data} onClose={() => setEditing(false)} />}
    </>
  );
}
