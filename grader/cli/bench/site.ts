// From POST to verdict through the running site: web server, database, queue, worker, child and server-sent events.
import { spreadOf, timed } from './figures.ts';

// Nobody may hand in more than 30 times a minute.
const LATENCY_STUDENTS = 2;
const LATENCY_EACH = 20;
const BURST_STUDENTS = 4;
const BURST_EACH = 15;

interface Student {
  submit(source: string): Promise<void>;
}

/** Signs up a new student and gives a way to submit and wait for the verdict over the event stream. */
async function signUp(url: string, exercise: string, name: string): Promise<Student> {
  const headers = { 'content-type': 'application/json', origin: url };
  const account = { name, email: `${name}@bench.example`, password: `bench-${name}-password` };
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(`sign-up answered ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    async submit(source) {
      const body = JSON.stringify({ exercise, source, kind: 'submit' });
      const posted = await fetch(`${url}/api/submissions`, { method: 'POST', headers: { ...headers, cookie }, body });
      if (!posted.ok) throw new Error(`POST answered ${posted.status}: ${await posted.text()}`);
      const { id } = (await posted.json()) as { id: string };
      await untilDone(`${url}/api/submissions/${id}/events`, cookie);
    },
  };
}

async function untilDone(url: string, cookie: string): Promise<void> {
  const stream = await fetch(url, { headers: { cookie } });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes('"status":"trouble"')) throw new Error('a submission ended in trouble');
    if (text.includes('"status":"done"')) return;
  }
  throw new Error('the event stream ended before the verdict');
}

/** Wall milliseconds from POST to verdict, and submissions per second with several students at once. */
export async function measureSite(url: string, exercise: string, source: string) {
  const mark = Date.now().toString(36);
  const warm = await signUp(url, exercise, `warm-${mark}`);
  await timed(8, () => warm.submit(source));
  const latency: number[] = [];
  for (let person = 0; person < LATENCY_STUDENTS; person++) {
    const student = await signUp(url, exercise, `one-${person}-${mark}`);
    for (let run = 0; run < LATENCY_EACH; run++) {
      // As a person would: a pause in which the child prepares the next interpreter.
      await new Promise((resolve) => setTimeout(resolve, 250));
      latency.push(...(await timed(1, () => student.submit(source))));
    }
  }
  const students = await Promise.all(
    Array.from({ length: BURST_STUDENTS }, (_, index) => signUp(url, exercise, `burst-${index}-${mark}`)),
  );
  const began = performance.now();
  await Promise.all(students.map((student) => timed(BURST_EACH, () => student.submit(source))));
  const seconds = (performance.now() - began) / 1000;
  return {
    postToVerdictMs: spreadOf(latency),
    submissionsPerSecond: Math.round((BURST_STUDENTS * BURST_EACH * 10) / seconds) / 10,
  };
}
