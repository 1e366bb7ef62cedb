import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import { forgetWanted } from '../features/signing-in/index.ts';
import { forgetKept } from '../lib/index.ts';
import { useToast } from '../ui/index.ts';

/** Ends this session and goes to the sign-in page, which says why: one left, or nobody was there any more. */
export function useSignOut(): (why: { left: true } | { idle: true }) => void {
  const navigate = useNavigate();
  const toast = useToast();
  const logout = useCommand('logout');
  return (why) => {
    forgetWanted();
    // Who leaves takes along what they were writing; who was only away finds it again.
    if ('left' in why) forgetKept('messages.');
    logout.mutate(
      {},
      {
        // Pro Santé Connect is left too, by the browser itself.
        onSuccess: ({ leaveAt }) => (leaveAt ? location.assign(leaveAt) : void navigate('/connexion', { state: why })),
        onError: ({ message }) => {
          toast.show({ tone: 'danger', message });
          if (!('idle' in why)) return;
          // Nobody is there: what was shown goes, and the session ends as soon as the server is reached.
          addEventListener('online', () => logout.mutate({}), { once: true });
          void navigate('/connexion', { state: why });
        },
      },
    );
  };
}
