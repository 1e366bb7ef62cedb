import { useTranslation } from 'react-i18next';
import { useToast } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';

/** « Je n’entends pas »: one tap, without a name. */
export function useCannotHear(): () => void {
  const { t } = useTranslation('call');
  const { show } = useToast();
  const call = useCallActions();
  const isCutOff = useCall(({ phase }) => phase !== 'inside');
  return () => {
    if (isCutOff) return show({ tone: 'danger', message: t('notice.cannotHearLost') });
    call.cannotHear();
    show({ message: t('notice.cannotHearSent') });
  };
}
