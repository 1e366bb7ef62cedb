import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { RegistrationScreen } from '../features/registration/index.ts';
import { wantedSetting } from '../features/signing-in/index.ts';
import { safePath, writeSetting } from '../lib/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';

/** `/inscription`. Source: SC-09. */
export function SignUpPage() {
  const { t } = useTranslation('registration');
  const configuration = useRead('readConfiguration');
  const [search] = useSearchParams();
  useDocumentTitle(t('title'));
  // The link of the mail opens another page, maybe later: where one was going is kept until then.
  const keepWanted = () => {
    const wanted = safePath(search.get('vers'));
    writeSetting(wantedSetting, wanted === '/' ? null : wanted);
  };
  return (
    <Entrance>
      <RegistrationScreen demonstration={configuration.data?.demonstration ?? false} onSent={keepWanted} />
      <EntranceFoot />
    </Entrance>
  );
}
