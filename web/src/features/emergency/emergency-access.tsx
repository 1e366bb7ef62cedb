import type { PatientTraits } from '@concertation/shared/domain';
import { emergencyReasonLength } from '@concertation/shared/contracts';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button } from '../../ui/index.ts';
import { EmergencyDialog } from './emergency-dialog.tsx';

export type EmergencyAccessProps = {
  /** The form of the dialog, in which the first wrong field takes the focus. */
  form: RefObject<HTMLFormElement | null>;
  traitFields: ReactNode;
  /** The traits as they will be sent, or null once the wrong fields are shown. */
  readTraits: () => PatientTraits | null;
  onOpened: (caseId: string) => void;
};

/**
 * « Accès en urgence »: the button, then the dialog that says what follows. What was typed stays when it is closed.
 * Source: domain 6.1 (bris de glace).
 */
export function EmergencyAccess({ form, traitFields, readTraits, onOpened }: EmergencyAccessProps) {
  const { t } = useTranslation('emergency');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const opening = useCommand('openInEmergency');
  const close = () => {
    setAsking(false);
    opening.reset();
  };
  const send = () => {
    opening.reset();
    const written = reason.trim();
    const isShort = written.length < emergencyReasonLength;
    setShort(isShort);
    const traits = readTraits();
    if (isShort || !traits) return;
    opening.mutate({ body: { traits, reason: written } }, { onSuccess: ({ caseId }) => onOpened(caseId) });
  };
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t('title')}
      </Button>
      {asking && (
        <EmergencyDialog
          form={form}
          traitFields={traitFields}
          reason={reason}
          isShort={short}
          onReason={(typed) => {
            setReason(typed);
            setShort(false);
          }}
          // The page is being opened again: the answer is not given twice.
          isPending={opening.isPending || opening.isSuccess}
          error={opening.error}
          onSend={send}
          onClose={close}
        />
      )}
    </>
  );
}
