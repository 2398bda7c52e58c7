import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { encode, wrap } from 'nodemailer/lib/base64';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail ready to go out; `messageId` with its angle brackets. */
export type Mail = {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/** One connection to the mail server, or to the folder of files, for one batch. */
export type Outbox = {
  /** How many mails may be sent at once. More than one only where sending a mail twice leaves one copy. */
  readonly concurrency: number;
  /** Resolves when the other side has taken the mail over; throws the transport's error otherwise. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

export type Mailer = {
  open(): Outbox;
  /** The longest a single `send` can take, in ms. */
  readonly sendLimitMs: number;
};

export type MailerOptions = {
  /** Mail server; without it mails become files. */
  readonly smtpUrl?: string | undefined;
  /** A server that does not offer TLS gets no mail; `smtps:` begins with it anyway. */
  readonly demandTls?: boolean;
  readonly from: string;
  /** Where the files go when there is no mail server. */
  readonly directory: string;
  /** How long a server may be silent, and how long it may take for one mail in all, in ms. */
  readonly silenceMs?: number;
  readonly sendLimitMs?: number;
};

/** Sends by the mail server of the settings, or writes `.eml` files where there is none. */
export function createMailer(options: MailerOptions): Mailer {
  const sendLimitMs = options.sendLimitMs ?? 60_000;
  return {
    sendLimitMs,
    open: () => (options.smtpUrl ? openSmtp(options, options.smtpUrl, sendLimitMs) : openFiles(options)),
  };
}

/** The transport does not send again by itself (`maxRequeues`), and a server that answers too slowly is left after `sendLimitMs`. */
function openSmtp(
  { from, silenceMs = 20_000, demandTls = false }: MailerOptions,
  url: string,
  sendLimitMs: number,
): Outbox {
  const transport = createTransport({
    pool: true,
    url,
    requireTLS: demandTls,
    maxConnections: 1,
    maxRequeues: 0,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    socketCloseTimeout: 1_000,
  });
  return {
    concurrency: 1,
    send: async (mail) => {
      await transport.sendMail({ ...message(from, mail), signal: AbortSignal.timeout(sendLimitMs) });
    },
    close: () => transport.close(),
  };
}

/** A file is named by its message id, so writing the same mail again replaces the file. */
function openFiles({ from, directory }: MailerOptions): Outbox {
  let made: Promise<unknown> | undefined;
  return {
    concurrency: 20,
    send: async (mail) => {
      made ??= mkdir(directory, { recursive: true, mode: 0o700 });
      await made;
      await writeWhole(join(directory, `${fileName(mail.messageId)}.eml`), wholeMail(from, mail));
    },
    close: () => undefined,
  };
}

/** The bytes of a mail with one text. The composer's own stream, made for attachments, takes several times as long. */
function wholeMail(from: string, mail: Mail): Buffer {
  const node = new MailComposer({ ...message(from, mail), newline: 'windows', textEncoding: 'base64' }).compile();
  return Buffer.from(`${node.buildHeaders()}\r\n\r\n${wrap(encode(mail.text), 76)}\r\n`);
}

const fileName = (messageId: string): string => messageId.replace(/[<>]/g, '').replace(/[^\w.@-]/g, '_');

/** Writes under another name and renames, so that the folder has whole files only, even after a power cut. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
}

function message(from: string, mail: Mail): SendMailOptions {
  return {
    from,
    to: mail.to,
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
