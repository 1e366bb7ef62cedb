import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { RegistrationScreen } from '../features/registration/index.ts';
import { forgetWanted, keepWanted, SharedComputerField, useSharedComputer } from '../features/signing-in/index.ts';
import { safePath } from '../lib/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';

/** `/inscription`. Source: SC-09, PA-11. */
export function SignUpPage() {
  const { t } = useTranslation('registration');
  const configuration = useRead('readConfiguration');
  const [search] = useSearchParams();
  useDocumentTitle(t('title'));
  const [shared, setShared] = useSharedComputer();
  // The link of the mail opens another page, maybe later: where one was going is kept until then, on one’s own computer.
  const noteWanted = (email: string) => (shared ? forgetWanted() : keepWanted(safePath(search.get('vers')), email));
  return (
    <Entrance>
      <RegistrationScreen
        demonstration={configuration.data?.demonstration ?? false}
        proSanteConnect={configuration.data?.proSanteConnect ?? false}
        shared={shared}
        sharedField={<SharedComputerField shared={shared} onChange={setShared} />}
        onSent={noteWanted}
      />
      <EntranceFoot />
    </Entrance>
  );
}
