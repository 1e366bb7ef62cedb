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
        {
          path: '/invitation/:token',
          lazy: async () => ({ Component: (await import('../routes/invitation.tsx')).InvitationPage }),
        },
        { path: '/inscription', lazy: async () => ({ Component: (await import('../routes/sign-up.tsx')).SignUpPage }) },
        { path: '/portails', lazy: async () => ({ Component: (await import('../routes/portals.tsx')).PortalsPage }) },
        {
          path: '/portail/:slug',
          lazy: async () => ({ Component: (await import('../routes/portal.tsx')).PortalPage }),
        },
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
                  path: '/presenter/:boardId',
                  lazy: async () => ({ Component: (await import('../routes/present.tsx')).PresentPage }),
                },
                {
                  path: '/compte',
                  lazy: async () => ({ Component: (await import('../routes/account.tsx')).AccountPage }),
                },
                {
                  path: '/notifications',
                  lazy: async () => ({ Component: (await import('../routes/notifications.tsx')).NotificationsPage }),
                },
                {
                  path: '/courriels',
                  lazy: async () => ({ Component: (await import('../routes/outbox.tsx')).OutboxPage }),
                },
                {
                  path: '/test-de-connexion',
                  lazy: async () => ({ Component: (await import('../routes/connection-test.tsx')).ConnectionTestPage }),
                },
                {
                  path: '/confreres',
                  lazy: async () => ({ Component: (await import('../routes/colleagues.tsx')).ColleaguesPage }),
                },
                {
                  path: '/organisations',
                  lazy: async () => ({ Component: (await import('../routes/organisations.tsx')).OrganisationsPage }),
                },
                {
                  path: '/organisations/nouvelle',
                  lazy: async () => ({
                    Component: (await import('../routes/new-organisation.tsx')).NewOrganisationPage,
                  }),
                },
                {
                  path: '/organisations/:organisationId',
                  lazy: async () => ({ Component: (await import('../routes/organisation.tsx')).OrganisationPage }),
                },
                {
                  path: '/avis',
                  lazy: async () => ({ Component: (await import('../routes/opinions.tsx')).OpinionsPage }),
                },
                {
                  path: '/cohortes',
                  lazy: async () => ({ Component: (await import('../routes/cohorts.tsx')).CohortsPage }),
                },
                {
                  path: '/cohortes/:cohortId',
                  lazy: async () => ({ Component: (await import('../routes/cohort.tsx')).CohortPage }),
                },
                {
                  path: '/staff',
                  lazy: async () => ({ Component: (await import('../routes/boards.tsx')).BoardsPage }),
                },
                {
                  path: '/staff/nouveau',
                  lazy: async () => ({ Component: (await import('../routes/new-board.tsx')).NewBoardPage }),
                },
                {
                  path: '/staff/:boardId',
                  lazy: async () => ({ Component: (await import('../routes/board.tsx')).BoardPage }),
                },
                {
                  path: '/staff/:boardId/participer',
                  lazy: async () => ({ Component: (await import('../routes/participate.tsx')).ParticipatePage }),
                },
                {
                  path: '/staff/:boardId/administration',
                  lazy: async () => ({
                    Component: (await import('../routes/board-administration.tsx')).BoardAdministrationPage,
                  }),
                },
                {
                  path: '/dossiers/:caseId/documents/:fileId',
                  lazy: async () => ({ Component: (await import('../routes/document.tsx')).DocumentPage }),
                },
                {
                  lazy: async () => ({ Component: (await import('./documents-frame.tsx')).DocumentsFrame }),
                  children: [
                    {
                      path: '/dossiers/:caseId',
                      lazy: async () => ({ Component: (await import('../routes/case.tsx')).CasePage }),
                    },
                    {
                      path: '/avis/:caseId/:opinionId',
                      lazy: async () => ({ Component: (await import('../routes/opinion.tsx')).OpinionPage }),
                    },
                    {
                      path: '/dossiers/:caseId/preparation',
                      lazy: async () => ({ Component: (await import('../routes/preparation.tsx')).PreparationPage }),
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
