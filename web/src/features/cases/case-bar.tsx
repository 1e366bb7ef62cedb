import type { PatientBanner } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { PresenceList, SaveIndicator } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { IdentityBanner } from '../../ui/index.ts';
import styles from './case-bar.module.css';
import { useHeaderHeight } from './use-header-height.ts';

/** Whose case it is, what is saved and who is there: on the screen however far one scrolls. Source: domain.md 4.3. */
export function CaseBar({
  patient,
  handle,
  actions,
}: {
  patient: PatientBanner;
  handle: DocumentHandle;
  actions?: ReactNode;
}) {
  const top = useHeaderHeight();
  return (
    <div className={styles.bar} style={{ top }}>
      <IdentityBanner patient={patient} actions={actions} />
      <div className={styles.state}>
        <SaveIndicator handle={handle} />
        <PresenceList handle={handle} />
      </div>
    </div>
  );
}
