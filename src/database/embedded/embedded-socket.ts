import { Duplex } from 'node:stream';
import { createDelayedBegin } from './delayed-begin.ts';
import { begun, fatalError, greeting } from './replies.ts';
import { createRequestReader } from './requests.ts';
import { createStatementNames } from './statement-names.ts';

/** Where a socket's groups go. */
export interface SocketLink {
  socketId: number;
  /** Resolves when the database accepts groups. */
  ready: Promise<void>;
  send(group: Buffer): void;
  /**
   * The socket is gone; a second call changes nothing. @param cleanup frames that remove what it left in the shared
   * session
   */
  leave(cleanup: Buffer): void;
}

/** What `pg` takes for a network socket to a PostgreSQL server. */
export class EmbeddedSocket extends Duplex {
  readonly #link: SocketLink;
  readonly #requests = createRequestReader();
  readonly #names: ReturnType<typeof createStatementNames>;
  readonly #begins = createDelayedBegin();

  constructor(link: SocketLink) {
    super({ allowHalfOpen: false });
    this.#link = link;
    this.#names = createStatementNames(`${link.socketId}/`);
  }

  connect(): this {
    this.#link.ready.then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  /** @param bytes the database's answer to a group */
  receive(bytes: Buffer): void {
    this.notify(this.#begins.withoutBeginReply(bytes));
  }

  /** @param bytes whole frames that do not answer a group */
  notify(bytes: Buffer): void {
    if (!this.destroyed) this.push(bytes);
  }

  /** Tells the client why its connection ends, then ends it. */
  refuse(sqlState: string, reason: string): void {
    this.notify(fatalError(sqlState, reason));
    this.#leave();
    this.end();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    for (const request of this.#requests.read(chunk)) {
      if (request.kind === 'startup') this.notify(greeting());
      if (request.kind === 'group') this.#sendGroup(request.bytes);
      if (request.kind === 'terminate') this.#leave();
      if (request.kind === 'unsupported') {
        this.refuse('0A000', `the embedded database does not support ${request.what}`);
      }
    }
    done();
  }

  #sendGroup(group: Buffer): void {
    if (this.#begins.delay(group)) this.notify(begun());
    else this.#link.send(this.#names.scope(this.#begins.withBegin(group)));
  }

  override _read(): void {
    // Replies are pushed as they come; each client has one query in flight, which bounds them.
  }

  override _final(done: () => void): void {
    this.#leave();
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#leave();
    done(error);
  }

  #leave(): void {
    this.#link.leave(this.#names.forget());
  }

  /** `pg` calls these on every socket; they do nothing here. */
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
