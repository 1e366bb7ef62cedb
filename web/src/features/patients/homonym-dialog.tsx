import type { PatientIdentity } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CheckboxField, Dialog, ErrorNotice, IdentityBanner } from '../../ui/index.ts';

export type HomonymDialogProps = {
  identity: PatientIdentity;
  isPending: boolean;
  error: unknown;
  onCreate: () => void;
  onClose: () => void;
};

/** The second, explicit step before two patients share the same traits: they are restated, and the person answers for it. */
export function HomonymDialog({ identity, isPending, error, onCreate, onClose }: HomonymDialogProps) {
  const { t } = useTranslation('patients');
  const [checked, setChecked] = useState(false);
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={t('homonym.title')}
      actions={
        <>
          <Button variant="primary" onPress={onClose}>
            {t('homonym.back')}
          </Button>
          <Button variant="danger" isDisabled={!checked} isPending={isPending} onPress={onCreate}>
            {t('homonym.create')}
          </Button>
        </>
      }
    >
      <IdentityBanner patient={{ ...identity, identityStatus: 'PROV' }} />
      <p>{t('homonym.words')}</p>
      <CheckboxField isSelected={checked} onChange={setChecked}>
        {t('homonym.check')}
      </CheckboxField>
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}
