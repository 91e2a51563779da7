import './testing/environment.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from './db.ts';
import { request, signUp } from './testing/auth-requests.ts';
import { findViewer } from './viewer.ts';

const makeEmail = () => `${randomUUID()}@test.example`;
const password = 'eight or more';

describe('signing up', () => {
  test('makes a student with a session', async () => {
    const { cookie } = await signUp();
    expect(await findViewer(new Headers({ cookie }))).toMatchObject({ name: 'Ada', role: 'student' });
  });

  test('keeps the language', async () => {
    const { email } = await signUp({ locale: 'zh' });
    expect(await db.user.findUnique({ where: { email } })).toMatchObject({ locale: 'zh' });
  });

  test.for([
    ['a role', { role: 'admin' }],
    ['a short password', { password: 'seven..' }],
    ['no name', { name: '  ' }],
    ['a language we do not speak', { locale: 'tlh' }],
    ['an address that is none', { email: 'ada' }],
  ])('with %s is refused', async ([, extra]) => {
    const email = makeEmail();
    const response = await request('/sign-up/email', { name: 'Ada', email, password, ...(extra as object) });
    expect(response.status).toBe(400);
    expect(await db.user.findUnique({ where: { email } })).toBeNull();
  });

  test('from a page of another site is refused', async () => {
    const body = { name: 'Ada', email: makeEmail(), password };
    const response = await request('/sign-up/email', body, { origin: 'https://evil.example', cookie: 'a=b' });
    expect(response.status).toBe(403);
  });
});

describe('a profile', () => {
  test('is changed within its limits', async () => {
    const { cookie, email } = await signUp();
    expect((await request('/update-user', { name: ' Grace ', locale: 'zh' }, { cookie })).status).toBe(200);
    for (const wrong of [{ name: 'x'.repeat(101) }, { name: ' ' }, { image: 'data:image/png' }, { locale: 'tlh' }])
      expect((await request('/update-user', wrong, { cookie })).status).toBe(400);
    expect(await db.user.findUnique({ where: { email } })).toMatchObject({ name: 'Grace', locale: 'zh', image: null });
  });
});

describe('a role', () => {
  test('cannot be given to oneself', async () => {
    const { cookie, email } = await signUp();
    const own = await request('/update-user', { role: 'admin' }, { cookie });
    expect(own.status).toBe(400);
    const { id } = await db.user.findUniqueOrThrow({ where: { email } });
    const asAdmin = await request('/admin/set-role', { userId: id, role: 'admin' }, { cookie });
    expect(asAdmin.status).toBe(403);
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ role: 'student' });
  });

  test('is given by admins', async () => {
    const boss = await signUp();
    await db.user.update({ where: { email: boss.email }, data: { role: 'admin' } });
    const student = await signUp();
    const { id } = await db.user.findUniqueOrThrow({ where: { email: student.email } });
    const response = await request('/admin/set-role', { userId: id, role: 'teacher' }, { cookie: boss.cookie });
    expect(response.status).toBe(200);
    expect(await findViewer(new Headers({ cookie: student.cookie }))).toMatchObject({ role: 'teacher' });
  });
});

describe('signing in', () => {
  test('opens a session that signing out ends', async () => {
    const { email } = await signUp();
    const response = await request('/sign-in/email', { email, password });
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly/);
    expect(await findViewer(new Headers({ cookie }))).toMatchObject({ email });
    await request('/sign-out', {}, { cookie });
    expect(await findViewer(new Headers({ cookie }))).toBeNull();
  });

  test('is refused for a while after too many wrong passwords, for this account only', async () => {
    const { email } = await signUp();
    const { email: other } = await signUp();
    for (let n = 0; n < 10; n += 1)
      expect((await request('/sign-in/email', { email, password: 'wrong one' })).status).toBe(401);
    const refused = await request('/sign-in/email', { email, password });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_SIGN_INS' });
    expect((await request('/sign-in/email', { email: other, password })).status).toBe(200);
    await db.signInFailure.updateMany({ data: { windowBegan: new Date(Date.now() - 6 * 60_000) } });
    expect((await request('/sign-in/email', { email, password })).status).toBe(200);
  });
});
