import { createBrowserRouter } from 'react-router';
import { ErrorNote, ErrorPage } from './error-page.tsx';
import { OpeningPage } from './opening-page.tsx';
import { Root } from './root.tsx';
import { SignedIn } from './signed-in.tsx';

/**
 * One file of routes/ for each address, loaded when it is first opened. Pages under the documents' frame share one
 * socket, and bring the editor with them; the others never load it.
 */
export function createRouter() {
  return createBrowserRouter([
    {
      Component: Root,
      ErrorBoundary: ErrorPage,
      HydrateFallback: OpeningPage,
      children: [
        { path: '/connexion', lazy: async () => ({ Component: (await import('../routes/sign-in.tsx')).SignInPage }) },
        { path: '/inscription', lazy: async () => ({ Component: (await import('../routes/sign-up.tsx')).SignUpPage }) },
        {
          Component: SignedIn,
          children: [
            {
              ErrorBoundary: ErrorNote,
              children: [
                { path: '/', lazy: async () => ({ Component: (await import('../routes/home.tsx')).HomePage }) },
                {
                  path: '/patients/nouveau',
                  lazy: async () => ({ Component: (await import('../routes/new-patient.tsx')).NewPatientPage }),
                },
                {
                  path: '/compte',
                  lazy: async () => ({ Component: (await import('../routes/account.tsx')).AccountPage }),
                },
                {
                  lazy: async () => ({ Component: (await import('./documents-frame.tsx')).DocumentsFrame }),
                  children: [
                    {
                      path: '/dossiers/:caseId',
                      lazy: async () => ({ Component: (await import('../routes/case.tsx')).CasePage }),
                    },
                    {
                      path: '/reunions/:meetingId',
                      lazy: async () => ({ Component: (await import('../routes/meeting.tsx')).MeetingPage }),
                    },
                  ],
                },
                {
                  path: '*',
                  lazy: async () => ({ Component: (await import('../routes/not-found.tsx')).NotFoundPage }),
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
