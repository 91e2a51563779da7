// Ports of this machine. Runs on the system's Node before anything is installed: built-in modules only.
import net from 'node:net';
import { Refusal } from '../refusal.mjs';

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Refuses with a sentence when the port cannot be listened on.
 * @param {number} port
 * @returns {Promise<void>}
 */
export function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', (error) => {
      const code = 'code' in error ? error.code : '';
      const why =
        code === 'EACCES'
          ? 'needs more rights'
          : code === 'EADDRINUSE'
            ? 'is taken'
            : `cannot be used (${error.message})`;
      reject(
        new Refusal(
          `Port ${port} ${why}: choose another one, for example with PORT=${port < 1024 ? 3000 : port + 1} npm start.`,
        ),
      );
    });
    server.listen(port, () => server.close(() => resolve()));
  });
}
