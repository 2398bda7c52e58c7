import { IncomingMessage, type OutgoingHttpHeaders, type ServerOptions, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Express } from 'express';
import helmet from 'helmet';

type Messages = Required<Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'>>;

/**
 * The classes of the requests and responses of an application, for the server it runs on. express gives each message another prototype, which makes every
 * later property of it slow; a message that is made with that prototype needs no change. On a server without these classes they work the same, only slower.
 */
export function messagesOf(app: Express): Messages {
  const { request, response } = app;
  class AppRequest extends IncomingMessage {}
  class AppResponse<R extends IncomingMessage> extends ServerResponse<R> {
    /** What middleware notes about the request; express would make an object without a fixed shape. */
    locals: { requestId?: string; route?: string } = { requestId: undefined, route: undefined } as object;

    /** The headers for browsers are added here. A 304 needs none: the stored answer has them (RFC 9110, 15.4.5). */
    override writeHead(status: number, ...rest: readonly unknown[]): this {
      if (status !== 304) {
        for (const [name, value] of forBrowsers) if (!this.hasHeader(name)) this.setHeader(name, value);
      }
      return super.writeHead(status, ...(rest as [OutgoingHttpHeaders?]));
    }
  }
  app.request = Object.setPrototypeOf(AppRequest.prototype, request);
  app.response = Object.setPrototypeOf(AppResponse.prototype, response);
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}

/** The headers that helmet sets. They are the same for every answer, so helmet is called once. */
const forBrowsers = headersOf({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  referrerPolicy: { policy: 'no-referrer' },
});

function headersOf(policy: Parameters<typeof helmet>[0]): readonly (readonly [string, string])[] {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(policy)(sample.req, sample, () => undefined);
  return sample.getHeaderNames().map((name) => [name, String(sample.getHeader(name))] as const);
}
