import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { passkeyProblem } from './passkey-problem.ts';

/** Runs a passkey ceremony; whatever fails comes back as one error whose message can be shown. */
export function useCeremony<Given, Result>(
  ceremony: (given: Given) => Promise<Result>,
): UseMutationResult<Result, Error, Given> {
  const { t } = useTranslation('api');
  return useMutation<Result, Error, Given>({
    mutationFn: async (given) => {
      try {
        return await ceremony(given);
      } catch (error) {
        const problem = passkeyProblem(error);
        throw problem ? new Error(t(`passkey.${problem}`), { cause: error }) : error;
      }
    },
  });
}
