import type { Delivery, Me, MeetingDetail, ReportDetail } from '@concertation/shared/contracts';
import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
async function look(person: Person, name: string): Promise<void> {
  await person.expectAccessible();
  await expectNoSidewaysScroll(person.page);
  if (shots) await person.page.screenshot({ path: `${shots}/deliveries-${name}.png`, fullPage: true });
}

/** Asks in somebody's name what must be granted. */
async function ask<Body>(
  { context: { request } }: Person,
  method: string,
  path: string,
  data?: unknown,
): Promise<Body> {
  const answer = await request.fetch(path, { method, ...(data === undefined ? {} : { data }) });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Body;
}

/** A board of one's own, on which a new patient of the presenter is discussed: a report that may be frozen. */
async function discussed(coordinator: Person, secretary: Person, presenter: Person) {
  const name = `RCP Diffusion ${Date.now()}`;
  const organisation = { kind: 'establishment', name: `CHU ${name}` };
  const { organisationId } = await ask<{ organisationId: string }>(
    coordinator,
    'POST',
    '/api/organisations',
    organisation,
  );
  const settings = { kind: 'staff', name, organisationIds: [organisationId], quorum: null };
  const { boardId } = await ask<{ boardId: string }>(coordinator, 'POST', '/api/boards', settings);
  for (const [person, role] of [
    [secretary, 'secretary'],
    [presenter, 'member'],
  ] as const) {
    const { accountId } = await ask<Me>(person, 'GET', '/api/me');
    await ask(coordinator, 'POST', `/api/boards/${boardId}/members`, { accountId, role });
  }
  const startsAt = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 16);
  const planned = await ask<{ meetingIds: string[] }>(secretary, 'POST', `/api/boards/${boardId}/meetings`, {
    startsAt,
  });
  const meetingId = planned.meetingIds[0] as string;
  const identity = {
    birthName: `Diffusion${Date.now()}`.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] as string),
    birthDate: '1961-04-05',
  };
  const patient = { ...identity, birthGivenName: 'Claude', sex: 'F' };
  const { caseId } = await ask<{ caseId: string }>(presenter, 'POST', '/api/cases', patient);
  await ask(presenter, 'POST', `/api/cases/${caseId}/correspondents`, {
    role: 'general_practitioner',
    name: 'Dr Paul Traitant',
    address: 'paul.traitant@medecin.mssante.fr',
  });
  await ask(presenter, 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  await ask(secretary, 'POST', `/api/meetings/${meetingId}/attendance`, {
    name: 'Dr Zoé Brun',
    specialty: 'Radiologie',
  });
  const meeting = await ask<MeetingDetail>(secretary, 'GET', `/api/meetings/${meetingId}`);
  const reportId = meeting.presentations[0]?.reportId as string;
  const check = { by: 'identity', ...identity };
  await ask(coordinator, 'POST', `/api/reports/${reportId}/freeze`, { check, derogation: 'Relu en séance' });
  const read = () => ask<ReportDetail>(coordinator, 'GET', `/api/reports/${reportId}`);
  await expect.poll(async () => (await read()).signature, { timeout: 60_000 }).toBe('signed');
  return { caseId, reportId, number: (await read()).documentNumber as string };
}

// CM-35, CM-37, CM-38
test('a report that did not arrive is on the dashboard until each recipient is solved', async ({ person }) => {
  const coordinator = await person('coordinator');
  const secretary = await person('secretary');
  const presenter = await person('presenter');
  const { caseId, reportId, number } = await discussed(coordinator, secretary, presenter);
  const { page } = secretary;
  // A toast is an item of a list too.
  const delivery = page.getByRole('region', { name: 'Diffusion' });
  const recipient = (name: string) => delivery.getByRole('listitem').filter({ hasText: name });

  await test.step('the dashboard says it, and leads to the report', async () => {
    await page.goto('/');
    await expect(page.getByText(/n’(a|ont) pas atteint (son|leur) destinataire/)).toBeVisible();
    await page.getByRole('button', { name: 'Voir la liste' }).click();
    await expect(page.getByRole('list', { name: 'Comptes-rendus non remis' })).toContainText(number);
    await look(secretary, 'home');
    await page.getByRole('link', { name: new RegExp(number) }).click();
    await expect(page.getByRole('heading', { name: `Compte-rendu ${number}` })).toBeVisible();
  });

  await test.step('each recipient: how, how far, what failed and what to do', async () => {
    await expect(recipient('Dr Paul Traitant')).toContainText('La messagerie sécurisée n’est pas configurée');
    await expect(recipient('Dr Zoé Brun')).toContainText('Aucune adresse connue');
    await expect(recipient('Dr Camille Durand')).toContainText('mis à disposition');
    await look(secretary, 'report');
  });

  await test.step('an address is given by keyboard; a wrong one keeps the form as it is', async () => {
    await page.getByRole('button', { name: 'Donner une adresse à Dr Zoé Brun' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Adresse de Dr Zoé Brun' });
    const field = dialog.getByRole('textbox', { name: /^Adresse/ });
    await field.fill('zoe.brun');
    await field.press('Enter');
    await expect(dialog.getByText('Écrivez une adresse complète', { exact: false })).toBeVisible();
    await expect(field).toHaveValue('zoe.brun');
    await secretary.expectAccessible();
    await field.fill('zoe.brun@exemple.fr');
    await field.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(recipient('Dr Zoé Brun')).toContainText('envoyé');
    await expect(recipient('Dr Zoé Brun')).toContainText('Lien par e-mail, zoe.brun@exemple.fr');
  });

  await test.step('« Remis autrement »: in words', async () => {
    await page.getByRole('button', { name: 'Remis autrement à Dr Paul Traitant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog.getByText('Dites-le en quelques mots', { exact: false })).toBeVisible();
    await dialog.getByRole('textbox', { name: /^Remise/ }).fill('Remis en main propre');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(recipient('Dr Paul Traitant')).toContainText('Remis en main propre');
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(number) })).toHaveCount(0);
  });

  // SC-94 to SC-97
  await test.step('the presenter finds it from the patient, downloads it, and has read it', async () => {
    const own = presenter.page;
    await own.goto(`/dossiers/${caseId}`);
    const downloading = own.waitForEvent('download');
    await own.getByRole('button', { name: /Télécharger le PDF du compte-rendu/ }).click();
    await downloading;
    await own.getByRole('link', { name: /^Diffusion du compte-rendu/ }).click();
    const mine = own
      .getByRole('region', { name: 'Diffusion' })
      .getByRole('listitem')
      .filter({ hasText: 'Camille Durand' });
    await expect(mine.getByText('lu', { exact: true })).toBeVisible();
    await expect(own.getByRole('button', { name: /^Renvoyer/ })).toHaveCount(0);
    const listed = await ask<Delivery[]>(presenter, 'GET', `/api/reports/${reportId}/deliveries`);
    expect(listed.find(({ role }) => role === 'presenter')?.state).toBe('read');
    await own.setViewportSize({ width: 390, height: 844 });
    await look(presenter, 'phone');
  });

  await test.step('the link of the mail leads to a page that says what it needs', async () => {
    const stranger = await person('expert', { viewport: { width: 390, height: 844 } });
    const [sent] = (await ask<Delivery[]>(secretary, 'GET', `/api/reports/${reportId}/deliveries`)).filter(
      ({ channel }) => channel === 'link',
    );
    await stranger.page.goto(`/comptes-rendus/${reportId}?remise=${sent?.deliveryId}`);
    await expect(stranger.page.getByText('Ce compte-rendu ne vous est pas ouvert')).toBeVisible();
    await look(stranger, 'closed');
  });
});
