import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/index.ts';
import { AccessesList } from './accesses-list.tsx';
import { ErasurePart } from './erasure-part.tsx';
import { ExportData } from './export-data.tsx';
import { KeptData } from './kept-data.tsx';

/**
 * « Données personnelles (RGPD) »: what is kept and why, who looked, an export, an erasure. `contacts`: whom to write
 * to. Source: SC-44.
 */
export function PersonalDataPanel({ email, contacts }: { email: string; contacts: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <Panel id="rgpd" title={t('personalData.title')} padding={false}>
      <KeptData contacts={contacts} />
      <AccessesList />
      <ExportData />
      <ErasurePart email={email} />
    </Panel>
  );
}
