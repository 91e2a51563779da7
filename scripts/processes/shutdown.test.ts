import { expect, test, vi } from 'vitest';
import { Shutdown } from './shutdown.ts';

test('what was started last is stopped first, and waited for', async () => {
  const order: string[] = [];
  const shutdown = new Shutdown();
  const step = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
  };
  shutdown.atEnd('the database', step('database'));
  shutdown.atEnd('the web server', step('web'));
  await shutdown.run();
  expect(order).toEqual(['web begins', 'web ends', 'database begins', 'database ends']);
});

test('one step that fails does not keep the others from running, and nothing runs twice', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const stopDatabase = vi.fn(() => Promise.resolve());
  const shutdown = new Shutdown();
  shutdown.atEnd('the database', stopDatabase);
  shutdown.atEnd('the web server', () => Promise.reject(new Error('stuck')));
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(stopDatabase).toHaveBeenCalledOnce();
  expect(complain).toHaveBeenCalledWith(expect.stringContaining('the web server'), 'stuck');
  complain.mockRestore();
});
