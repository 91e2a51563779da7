// Reads a stream of server-sent events in tests.
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error(`There is no stream: ${response.status}.`);
    this.#reader = response.body.getReader();
  }

  /** The data of the next event; null when the stream has ended. */
  async next(): Promise<object | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const event = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const data = /^event: state\ndata: (.*)$/.exec(event)?.[1];
        if (data !== undefined) return JSON.parse(data) as object;
        continue;
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}
