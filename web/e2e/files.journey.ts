import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures.ts';
import { samplePdf, samplePng, type SampleFile, sampleText } from './sample-files.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

const documents = (page: Page): Locator => page.getByRole('region', { name: 'Documents', exact: true });
const row = (page: Page, name: string): Locator => documents(page).getByRole('listitem').filter({ hasText: name });

/** The case of the demonstration's running meeting, which everybody of its board writes. */
async function openCase({ page, context }: Person): Promise<void> {
  const meetings = (await (await context.request.get('/api/meetings')).json()) as Record<string, string>[];
  const running = meetings.find(({ state }) => state === 'running');
  const meeting = (await (await context.request.get(`/api/meetings/${running?.meetingId}`)).json()) as {
    presentations: { caseId: string }[];
  };
  await page.goto(`/dossiers/${meeting.presentations[0]?.caseId}`);
  await expect(documents(page)).toBeVisible();
}

async function choose(page: Page, files: SampleFile[] | string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await documents(page).getByRole('button', { name: 'Choisir des fichiers' }).click();
  await (await chooser).setFiles(files);
}

/** Does something with a file of the desktop, which keeps its date from one time to the next. */
async function onDesktop({ name, buffer }: SampleFile, act: (path: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-desktop-'));
  const path = join(directory, name);
  writeFileSync(path, buffer);
  try {
    await act(path);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Drags a file from the desktop over the zone, and lets it go. */
async function drop({ page, context }: Person, path: string): Promise<void> {
  const button = documents(page).getByRole('button', { name: 'Choisir des fichiers' });
  await button.scrollIntoViewIfNeeded();
  const { x, y } = (await button.boundingBox()) ?? { x: 0, y: 0 };
  const browser = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', {
      type,
      x: x - 20,
      y: y + 5,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}

/** Pastes a file, the focus being nowhere in particular. */
async function paste(page: Page, { name, mimeType, buffer }: SampleFile): Promise<void> {
  await page.evaluate(
    ([fileName, type, content]) => {
      const clipboardData = new DataTransfer();
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      clipboardData.items.add(new File([bytes], fileName, { type }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
}

/** The wire of a slow hospital. */
async function slowDown({ context, page }: Person, bytesPerSecond: number): Promise<() => Promise<unknown>> {
  const browser = await context.newCDPSession(page);
  const set = (uploadThroughput: number) =>
    browser.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await set(bytesPerSecond);
  return () => set(-1);
}

// SC-68, SC-74, SC-75, OO-18, OO-40
test('imaging is imported, seen by a colleague at once, looked at page by page, downloaded, removed and brought back', async ({
  person,
}) => {
  const [secretary, colleague] = [await person('secretary'), await person('coordinator')];
  await openCase(secretary);
  await openCase(colleague);
  const { page } = secretary;
  await expect(documents(page).getByText('Taille max : 30 Mo')).toBeVisible();
  await expect(documents(page).getByText('Txt, Jpeg, Png, Gif, Tiff, Zip, Pdf, Word, Excel, PowerPoint')).toBeVisible();
  await choose(page, [samplePdf('Scanner TAP.pdf', 3), samplePng('IRM hépatique.png')]);
  for (const who of [page, colleague.page]) {
    await expect(row(who, 'Scanner TAP.pdf').getByText('prêt')).toBeVisible();
    await expect(row(who, 'IRM hépatique.png').getByText('prêt')).toBeVisible();
  }
  await expect(row(page, 'Scanner TAP.pdf')).toContainText('3 pages');
  await secretary.expectAccessible();

  await page.getByRole('button', { name: 'Regarder Scanner TAP.pdf' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scanner TAP.pdf' });
  await expect(dialog.getByRole('img', { name: 'Scanner TAP.pdf, page 1 sur 3' })).toBeVisible();
  await expect(dialog).toContainText('née le 14/03/1958');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('img', { name: 'Scanner TAP.pdf, page 2 sur 3' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(dialog.getByText('Page 3 sur 3')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Page suivante' })).toBeDisabled();
  await expect(dialog.getByRole('img', { name: 'Scanner TAP.pdf, page 3 sur 3' })).toBeVisible();
  await secretary.expectAccessible();
  const whole = (await dialog.getByRole('img').boundingBox())?.width ?? 0;
  await page.keyboard.press('+');
  await expect.poll(async () => (await dialog.getByRole('img').boundingBox())?.width ?? 0).toBeGreaterThan(whole);
  await page.keyboard.press('0');

  const other = secretary.context.waitForEvent('page');
  await dialog.getByRole('link', { name: 'Ouvrir dans une autre fenêtre' }).click();
  const screen = await other;
  await expect(screen.getByRole('region', { name: 'Identité du patient' })).toContainText('née le 14/03/1958');
  await expect(screen.getByRole('img', { name: 'Scanner TAP.pdf, page 1 sur 3' })).toBeVisible();
  await screen.close();

  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Télécharger' }).click();
  expect((await saved).suggestedFilename()).toBe('Scanner TAP.pdf');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Retirer IRM hépatique.png' }).click();
  await expect(row(page, 'IRM hépatique.png')).toHaveCount(0);
  await expect(row(colleague.page, 'IRM hépatique.png')).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler le retrait' }).click();
  await expect(row(page, 'IRM hépatique.png').getByText('prêt')).toBeVisible();
  await expect(row(colleague.page, 'IRM hépatique.png').getByText('prêt')).toBeVisible();
});

test('files are dropped and pasted; what is refused says why, in words', async ({ person }) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await openCase(secretary);
  await onDesktop(sampleText('déposé.txt'), async (path) => {
    await drop(secretary, path);
    await expect(row(page, 'déposé.txt').getByText('prêt')).toBeVisible();
  });
  await paste(page, samplePng('capture.png', 64));
  await expect(row(page, 'capture.png').getByText('prêt')).toBeVisible();
  await choose(page, [
    { ...sampleText('photo.jpg') },
    { name: 'vide.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    sampleText('trop gros.txt', 31),
  ]);
  await expect(row(page, 'photo.jpg').getByText('mis en quarantaine')).toBeVisible();
  await expect(row(page, 'photo.jpg')).toContainText('Le nom annonce un autre format que le contenu.');
  await expect(row(page, 'photo.jpg').getByRole('button', { name: /Télécharger/ })).toHaveCount(0);
  await expect(row(page, 'vide.txt')).toContainText('Ce fichier est vide.');
  await expect(row(page, 'trop gros.txt')).toContainText('Ce fichier dépasse 30 Mo.');
  await secretary.expectAccessible();
  await page.getByRole('button', { name: 'Effacer le message sur trop gros.txt' }).click();
  await expect(row(page, 'trop gros.txt')).toHaveCount(0);
});

// SC-74
test('an upload waits for the network, goes on by itself, and after a reload with the same file', async ({
  person,
}) => {
  const secretary = await person('secretary');
  const { context, page } = secretary;
  await openCase(secretary);
  const restore = await slowDown(secretary, 1_500_000);
  const long = row(page, 'long.txt');
  const sending = long.getByText(/en cours d’envoi : (?!0 octets|0 Ko).* sur 24\sMo/);
  await onDesktop(sampleText('long.txt', 24), async (path) => {
    await choose(page, path);
    await expect(sending).toBeVisible();
    await long.getByRole('button', { name: 'Mettre en pause l’envoi de long.txt' }).click();
    await expect(long.getByText(/en pause à \d+ %/)).toBeVisible();
    await long.getByRole('button', { name: 'Reprendre l’envoi de long.txt' }).click();
    await expect(sending).toBeVisible();
    await context.setOffline(true);
    await expect(long.getByText(/interrompu à \d+ %/)).toBeVisible();
    await context.setOffline(false);
    await expect(sending).toBeVisible();

    await page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.status() === 204);
    await page.reload();
    await restore();
    await expect(long).toContainText('choisissez de nouveau le même fichier');
    const offsets: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await choose(page, path);
    await expect(long.getByText('prêt')).toBeVisible();
    await expect(long).toHaveCount(1);
    expect(offsets[0]).toBeGreaterThan(0);
  });
});

test('documents fit a phone, and need no mouse', async ({ person }) => {
  const secretary = await person('secretary', phone);
  const { page } = secretary;
  await openCase(secretary);
  await choose(page, [samplePdf('Anatomopathologie, biopsie du 12 mars 2026, laboratoire du centre.pdf', 2)]);
  const view = page.getByRole('button', { name: /Regarder Anatomopathologie/ });
  await expect(view).toBeVisible();
  await expectNoSidewaysScroll(page);
  await secretary.expectAccessible();
  await documents(page).scrollIntoViewIfNeeded();
  await view.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /page 1 sur 2/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await secretary.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(view).toBeFocused();
});
