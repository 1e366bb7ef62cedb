import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { ErrorNote, ErrorPage } from './error-page.tsx';
import { OpeningPage } from './opening-page.tsx';
import { Root } from './root.tsx';
import { SignedIn } from './signed-in.tsx';
import { loadTexts } from './i18n.ts';

type Fetching = () => Promise<ComponentType>;

/** A page that one may see first: its texts are part of the application. */
const first = (fetching: Fetching) => async () => ({ Component: await fetching() });
/** Any other page, with the texts that the first ones do without. */
const page = (fetching: Fetching) => async () => ({ Component: (await Promise.all([fetching(), loadTexts()]))[0] });

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
        { path: '/connexion', lazy: first(async () => (await import('../routes/sign-in.tsx')).SignInPage) },
        {
          path: '/invitation/:token',
          lazy: page(async () => (await import('../routes/invitation.tsx')).InvitationPage),
        },
        {
          path: '/invite/:token',
          lazy: page(async () => (await import('../routes/guest-link.tsx')).GuestLinkPage),
        },
        { path: '/invite', lazy: page(async () => (await import('../routes/guest-left.tsx')).GuestLeftPage) },
        { path: '/inscription', lazy: page(async () => (await import('../routes/sign-up.tsx')).SignUpPage) },
        {
          path: '/inscription/confirmation',
          lazy: page(async () => (await import('../routes/sign-up-confirmation.tsx')).SignUpConfirmationPage),
        },
        { path: '/conditions', lazy: page(async () => (await import('../routes/terms.tsx')).TermsPage) },
        {
          path: '/verifier',
          lazy: page(async () => (await import('../routes/verification.tsx')).VerificationPage),
        },
        {
          path: '/mot-de-passe-oublie',
          lazy: first(async () => (await import('../routes/way-back.tsx')).ForgottenPasswordPage),
        },
        { path: '/mot-de-passe', lazy: first(async () => (await import('../routes/way-back.tsx')).NewPasswordPage) },
        { path: '/recuperation', lazy: first(async () => (await import('../routes/way-back.tsx')).RecoveryPage) },
        {
          path: '/recuperation/cle',
          lazy: first(async () => (await import('../routes/way-back.tsx')).RecoveryPasskeyPage),
        },
        {
          path: '/recuperation/arret',
          lazy: first(async () => (await import('../routes/way-back.tsx')).StopRecoveryPage),
        },
        { path: '/compte/adresse', lazy: first(async () => (await import('../routes/way-back.tsx')).NewAddressPage) },
        {
          path: '/identite-confirmee',
          lazy: first(async () => (await import('../routes/proof-given.tsx')).ProofGivenPage),
        },
        {
          path: '/courriels',
          lazy: page(async () => (await import('../routes/outbox.tsx')).OutboxPage),
        },
        { path: '/portails', lazy: first(async () => (await import('../routes/portals.tsx')).PortalsPage) },
        {
          path: '/portail/:slug',
          lazy: first(async () => (await import('../routes/portal.tsx')).PortalPage),
        },
        {
          Component: SignedIn,
          children: [
            {
              ErrorBoundary: ErrorNote,
              children: [
                { path: '/', lazy: first(async () => (await import('../routes/home.tsx')).HomePage) },
                {
                  path: '/patients/nouveau',
                  lazy: page(async () => (await import('../routes/new-patient.tsx')).NewPatientPage),
                },
                {
                  path: '/presenter/:boardId',
                  lazy: page(async () => (await import('../routes/present.tsx')).PresentPage),
                },
                {
                  path: '/compte',
                  lazy: page(async () => (await import('../routes/account.tsx')).AccountPage),
                },
                {
                  path: '/notifications',
                  lazy: page(async () => (await import('../routes/notifications.tsx')).NotificationsPage),
                },
                {
                  path: '/messages/:conversationId?',
                  lazy: page(async () => (await import('../routes/messages.tsx')).MessagesPage),
                },
                {
                  path: '/test-de-connexion',
                  lazy: page(async () => (await import('../routes/connection-test.tsx')).ConnectionTestPage),
                },
                {
                  path: '/confreres',
                  lazy: page(async () => (await import('../routes/colleagues.tsx')).ColleaguesPage),
                },
                {
                  path: '/administration/:part?',
                  lazy: page(async () => (await import('../routes/administration.tsx')).AdministrationPage),
                },
                {
                  path: '/organisations',
                  lazy: page(async () => (await import('../routes/organisations.tsx')).OrganisationsPage),
                },
                {
                  path: '/organisations/nouvelle',
                  lazy: page(async () => (await import('../routes/new-organisation.tsx')).NewOrganisationPage),
                },
                {
                  path: '/organisations/:organisationId',
                  lazy: page(async () => (await import('../routes/organisation.tsx')).OrganisationPage),
                },
                {
                  path: '/avis',
                  lazy: page(async () => (await import('../routes/opinions.tsx')).OpinionsPage),
                },
                {
                  path: '/cohortes',
                  lazy: page(async () => (await import('../routes/cohorts.tsx')).CohortsPage),
                },
                {
                  path: '/cohortes/:cohortId',
                  lazy: page(async () => (await import('../routes/cohort.tsx')).CohortPage),
                },
                {
                  path: '/staff',
                  lazy: page(async () => (await import('../routes/boards.tsx')).BoardsPage),
                },
                {
                  path: '/staff/nouveau',
                  lazy: page(async () => (await import('../routes/new-board.tsx')).NewBoardPage),
                },
                {
                  path: '/staff/:boardId',
                  lazy: page(async () => (await import('../routes/board.tsx')).BoardPage),
                },
                {
                  path: '/staff/:boardId/participer',
                  lazy: page(async () => (await import('../routes/participate.tsx')).ParticipatePage),
                },
                {
                  path: '/staff/:boardId/administration',
                  lazy: page(async () => (await import('../routes/board-administration.tsx')).BoardAdministrationPage),
                },
                {
                  path: '/dossiers/:caseId/documents/:fileId',
                  lazy: page(async () => (await import('../routes/document.tsx')).DocumentPage),
                },
                {
                  path: '/reunions/:meetingId/figer',
                  lazy: page(async () => (await import('../routes/freeze-reports.tsx')).FreezeReportsPage),
                },
                {
                  lazy: async () => ({ Component: (await import('./documents-frame.tsx')).DocumentsFrame }),
                  children: [
                    {
                      path: '/dossiers/:caseId',
                      lazy: page(async () => (await import('../routes/case.tsx')).CasePage),
                    },
                    {
                      path: '/comptes-rendus/:reportId',
                      lazy: page(async () => (await import('../routes/report.tsx')).ReportPage),
                    },
                    {
                      path: '/avis/:caseId/:opinionId',
                      lazy: page(async () => (await import('../routes/opinion.tsx')).OpinionPage),
                    },
                    {
                      path: '/dossiers/:caseId/preparation',
                      lazy: page(async () => (await import('../routes/preparation.tsx')).PreparationPage),
                    },
                    {
                      path: '/reunions/:meetingId',
                      lazy: page(async () => (await import('../routes/meeting.tsx')).MeetingPage),
                    },
                  ],
                },
                {
                  path: '*',
                  lazy: page(async () => (await import('../routes/not-found.tsx')).NotFoundPage),
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
