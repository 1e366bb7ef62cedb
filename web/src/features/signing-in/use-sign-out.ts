import { useNavigate } from 'react-router';
import { call, queryClient, readKey, useCommand } from '../../api/index.ts';
import { forgetKept } from '../../lib/index.ts';
import { useToast } from '../../ui/index.ts';
import { endWhenReached } from './end-when-reached.ts';
import { forgetWanted } from './wanted.ts';

/** One left, or nobody was there any more. */
export type WhyEnded = { left: true } | { idle: true };

/** Ends this session and goes to the sign-in page, which says why. */
export function useSignOut(): { signOut: (why: WhyEnded) => void; isPending: boolean } {
  const navigate = useNavigate();
  const toast = useToast();
  const logout = useCommand('logout');
  const signOut = (why: WhyEnded) => {
    forgetWanted();
    const leave = (leaveAt: string | null) => {
      // Who leaves takes along what they were writing; who was only away finds it again, unless the page itself goes.
      if ('left' in why || leaveAt !== null) forgetKept('');
      // Pro Santé Connect is left too, by the browser itself.
      if (leaveAt !== null) return location.assign(leaveAt);
      void navigate('/connexion', { state: why });
    };
    logout.mutate(
      {},
      {
        onSuccess: ({ leaveAt }) => leave(leaveAt),
        onError: ({ code, message }) => {
          // It had ended already: one is gone all the same.
          if (code === 'signed_out') return leave(null);
          toast.show({ tone: 'danger', message });
          if (!('idle' in why)) return;
          // Nobody is there: what was shown goes, and the session ends as soon as the server is reached.
          endWhenReached({
            whenOnline: (listener) => addEventListener('online', listener, { once: true }),
            logout: () => call('logout'),
            isSomebodyThere: () => queryClient.getQueryData(readKey('readMe')) !== undefined,
            go: (address) => location.assign(address),
          });
          void navigate('/connexion', { state: why });
        },
      },
    );
  };
  return { signOut, isPending: logout.isPending };
}
