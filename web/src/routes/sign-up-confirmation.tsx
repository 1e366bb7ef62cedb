import { useTranslation } from 'react-i18next';
import { ConfirmationScreen } from '../features/registration/index.ts';
import { SharedComputerField, useEnter, useSharedComputer } from '../features/signing-in/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';
import { useLinkToken } from './use-link-token.ts';

/** `/inscription/confirmation#…`, the link of the mail. Source: SC-17. */
export function SignUpConfirmationPage() {
  const { t } = useTranslation('registration');
  const token = useLinkToken();
  const enter = useEnter();
  const [shared, setShared] = useSharedComputer();
  useDocumentTitle(t('confirmation.title'));
  return (
    <Entrance>
      <ConfirmationScreen
        token={token}
        onEnter={enter}
        shared={shared}
        sharedField={<SharedComputerField shared={shared} onChange={setShared} />}
      />
      <EntranceFoot />
    </Entrance>
  );
}
