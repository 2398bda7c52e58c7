import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with one mail; it accepts a mail for which nothing else was planned. */
export type Treatment = 'take' | 'refuse451' | 'refuse550' | 'hang' | 'trickle' | 'dieAfterData' | 'hold';

export type Received = { readonly messageId: string; readonly raw: string };

/** A real SMTP server that can refuse, hang, answer without end, hold a mail until released, and close between DATA and its answer. */
export class PostOffice {
  /** Every mail whose data arrived whole, answered or not, in order. */
  readonly received: Received[] = [];
  private readonly plan: Treatment[] = [];
  private readonly server: SMTPServer;
  private release: () => void = () => undefined;
  private seen: () => void = () => undefined;
  private treatment: Treatment = 'take';

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: ({ address }, session, done) => {
        this.treatment = this.plan.shift() ?? 'take';
        if (this.treatment === 'hang') return;
        if (this.treatment === 'trickle') return this.trickle(session.id);
        if (this.treatment === 'refuse550') done(refusal(550, `5.1.1 <${address}> is unknown here`));
        else if (this.treatment === 'refuse451') done(refusal(451, '4.7.1 try again later'));
        else done();
      },
      onData: (stream, session, done) => {
        const treatment = this.treatment;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks).toString();
          this.received.push({ messageId: (await PostalMime.parse(raw)).messageId ?? '', raw });
          if (treatment === 'dieAfterData') return this.hangUp(session.id);
          if (treatment === 'hold') await this.held();
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => office.server.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** What happens to the mails that come next, in order. */
  next(...treatments: Treatment[]): void {
    this.plan.push(...treatments);
  }

  /** How often each mail arrived, by its message id. */
  get copies(): number[] {
    const counts = new Map<string, number>();
    for (const { messageId } of this.received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return [...counts.values()];
  }

  /** Resolves when a mail that is to be held has arrived. */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.seen = resolve;
    });
  }

  /** Answers the mail that is held. */
  letGo(): void {
    this.release();
  }

  async close(): Promise<void> {
    for (const { session } of this.server.connections) this.hangUp(session.id);
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private held(): Promise<void> {
    return new Promise((resolve) => {
      this.release = resolve;
      this.seen();
    });
  }

  private hangUp(session: string): void {
    this.socketOf(session)?.destroy();
  }

  /** Sends lines of an answer that never ends, so that no timeout of an idle socket applies. */
  private trickle(session: string): void {
    const socket = this.socketOf(session);
    const drip = setInterval(() => socket?.write('250-one moment\r\n'), 50);
    socket?.once('close', () => clearInterval(drip));
  }

  private socketOf(session: string): Socket | undefined {
    return [...this.server.connections].find((connection) => connection.session.id === session)?._socket;
  }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
