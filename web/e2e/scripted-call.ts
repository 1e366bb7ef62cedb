import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { ChatLine, Participant } from '@concertation/shared/contracts';
import type { Person } from './fixtures.ts';
import { seatOf } from './pages/fake-call-client.ts';

const client = stripTypeScriptTypes(
  readFileSync(fileURLToPath(new URL('pages/fake-call-client.ts', import.meta.url)), 'utf8'),
);
const shots = process.env.SHOTS ?? '';
/** A moment of the meeting, by its minute. */
export const at = (minute: number) => `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`;
const people: [name: string, specialty: string][] = [
  ['Mme Sophie Lambert', 'Secrétariat de RCP'],
  ['Pr Hélène Vasseur', 'Oncologie médicale'],
  ['Dr Camille Durand', 'Chirurgie digestive'],
  ['Dr Mehdi Haddad', 'Hépato-gastro-entérologie'],
  ['Dr Antoine Ferrand', 'Radiothérapie'],
  ['Dr Élise Marchand-Duteil', 'Anatomie et cytologie pathologiques'],
  ['Dr Paul Nguyen', 'Radiologie'],
  ['Mme Claire Roy', 'Infirmière coordinatrice'],
  ['Dr Inès Bouvier', 'Médecine générale'],
  ['Dr Yann Le Goff', 'Chirurgie digestive'],
  ['Dr Ada Mercier', 'Radiologie'],
];
/** A microphone or a camera that is open; `closed`: one that is muted. */
export const open = { producerId: seatOf(900), paused: false };
export const closed = { producerId: seatOf(901), paused: true };

const seat = (index: number, more: Partial<Participant> = {}): Participant => ({
  participantId: seatOf(index),
  accountId: seatOf(index),
  name: people[index]?.[0] ?? '',
  specialty: people[index]?.[1] ?? '',
  standing: index < 2 ? 'moderator' : 'member',
  connected: true,
  handRaisedAt: null,
  sources: { microphone: open },
  quality: 'good',
  ...more,
});

/** A line of the chat. */
export const line = (index: number, text: string): ChatLine => ({
  lineId: seatOf(500 + index),
  accountId: seatOf(index),
  name: people[index]?.[0] ?? '',
  text,
  at: at(index),
  kept: false,
});

/** Puts the scripted client in the place of the product's, on a server that carries calls. */
export async function script({ page }: Person, inside: number): Promise<void> {
  await page.route(/\/assets\/create-call-client-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: client }),
  );
  await page.route(/\/api\/meetings\/[^/]+\/call$/, (route) =>
    route.fulfill({
      json: {
        engine: { state: 'ready' },
        inside: people.slice(0, inside).map(([name], index) => ({ accountId: seatOf(index), name })),
        locked: false,
        waits: false,
        removed: false,
      },
    }),
  );
}

/** Everybody inside: cameras for most, a closed microphone, a hand, a weak line, somebody lost. */
export async function everybody(page: Page): Promise<void> {
  const camera = { microphone: open, camera: open };
  const seats = [
    seat(0, { sources: camera }),
    seat(1, { sources: camera }),
    seat(2, { sources: camera, handRaisedAt: at(2) }),
    seat(3, { sources: { microphone: closed, camera: open }, quality: 'poor' }),
    seat(4, { connected: false }),
    seat(5, { sources: { microphone: closed } }),
    seat(6, { sources: camera }),
    ...[7, 8, 9, 10].map((index) => seat(index)),
  ];
  await page.evaluate(
    ([all, me, chair]) => {
      const { fakeCall } = window;
      fakeCall.change({ phase: 'inside', participantId: me });
      fakeCall.room({ participants: all, chairId: chair, waiting: [] });
      for (const [index, hue] of [190, 20, 140, 260, 300].entries())
        fakeCall.track(all[index === 4 ? 6 : index]?.participantId ?? '', 'camera', hue);
      fakeCall.change({ speaker: chair });
    },
    [seats, seatOf(0), seatOf(1)] as const,
  );
}

/** Keeps an image of a page where SHOTS says. */
export const shot = (page: Page, name: string) => shots && page.screenshot({ path: `${shots}/call-${name}.png` });
/** What the screens asked last of the client, by name. */
export const asked = (page: Page, name: string) =>
  page.evaluate((wanted) => window.fakeCall.asked.filter(([each]) => each === wanted).at(-1), name);
