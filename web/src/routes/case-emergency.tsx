import { useRef } from 'react';
import { useRead } from '../api/index.ts';
import { EmergencyAccess } from '../features/emergency/index.ts';
import { emptyIdentity, IdentityFields, useIdentityForm } from '../features/patients/index.ts';

/** « Accès en urgence » on a case that is refused, for whom the server lets ask: a verified professional with a number. */
export function CaseEmergency() {
  const { data: me } = useRead('readMe');
  const isChecked = me?.standing === 'verified' && me.guestOf === null;
  const { data: profile } = useRead('readProfile', undefined, { enabled: isChecked });
  const form = useRef<HTMLFormElement>(null);
  const { fields, read } = useIdentityForm(emptyIdentity, form);
  if (!isChecked || !profile?.rpps) return null;
  return (
    <EmergencyAccess
      form={form}
      traitFields={<IdentityFields {...fields} traitsOnly />}
      readTraits={() => {
        const identity = read();
        if (!identity) return null;
        const { birthName, birthGivenName, birthDate, sex } = identity;
        return { birthName, birthGivenName, birthDate, sex };
      }}
      // Whole: the channel of a document that was refused is closed for good in this page.
      onOpened={(caseId) => window.location.assign(`/dossiers/${caseId}`)}
    />
  );
}
