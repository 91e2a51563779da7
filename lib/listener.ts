// Listens on one channel of PostgreSQL over a connection of its own, and connects again whenever that is lost.
import { Client } from 'pg';
import { getDatabaseEnv } from './env.ts';

export interface ListenerEvents {
  /** Somebody notified the channel. */
  onNotice: (payload: string) => void;
  /** Listening began, the first time or again: notices may have been missed, so look at everything anew. */
  onListening: () => void;
}

const RECONNECT_MS = 500;
const RECONNECT_MAX_MS = 10_000;

/**
 * States: *connecting* → *listening* when LISTEN was accepted; → *waiting* when the connection fails or ends; *waiting*
 * → *connecting* after a delay that grows with each failure; any → *closed* by close(), for good.
 */
export class Listener {
  readonly #channel: string;
  readonly #events: ListenerEvents;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #closed = false;

  constructor(channel: string, events: ListenerEvents) {
    this.#channel = channel;
    this.#events = events;
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: getDatabaseEnv().DATABASE_URL,
      application_name: `overlap-listen-${this.#channel}`,
      keepAlive: true,
    });
    this.#client = client;
    // Both may come for one lost connection, and `end` also after an error while connecting.
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', (message) => this.#events.onNotice(message.payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
      this.#failures = 0;
      if (this.#client === client) this.#events.onListening();
    } catch {
      this.#lost(client);
    }
  }

  #lost(client: Client): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = null;
    client.end().catch(() => undefined);
    const delay = Math.min(RECONNECT_MS * 2 ** this.#failures, RECONNECT_MAX_MS);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#connect(), delay);
  }
}
