import { fileURLToPath } from 'node:url';
import type { Report } from '../../servers/report.ts';
import { apiService, workerService } from '../../start/own-programs.ts';
import { openShortRun, type ShortRun } from '../../start/short-run.ts';
import { makeCases } from '../cases.ts';
import { polledApplications } from '../limits.ts';
import type { Load } from './generator.ts';

/** Two processes of each kind on one PostgreSQL, and drafts to poll. */
export type PollStage = Pick<ShortRun, 'pid' | 'close'> & {
  readonly apis: readonly Program[];
  readonly bares: readonly Program[];
  readonly checked: readonly Program[];
  readonly polls: Awaited<ReturnType<typeof makeCases>>;
};
type Program = { readonly name: string; readonly port: number };

/** One of those that take turns. */
export type Contestant = {
  readonly key: 'bareRead' | 'checked' | 'status' | 'bareUnchanged' | 'checkedUnchanged' | 'unchanged';
  readonly name: string;
  readonly programs: readonly string[];
  readonly loads: readonly Load[];
};

/** Starts everything in a temporary folder; `close` stops and removes it. */
export async function openPollStage(report: Report): Promise<PollStage> {
  const run = await openShortRun(report, { name: 'polls', fsync: true });
  try {
    const ports = await run.ports(['api', 'second', 'bare', 'secondBare', 'checked', 'secondChecked']);
    const apis = [
      { name: 'API', port: ports.api },
      { name: 'second API', port: ports.second },
    ];
    const bares = [
      { name: 'bare', port: ports.bare },
      { name: 'second bare', port: ports.secondBare },
    ];
    const checked = [
      { name: 'checked', port: ports.checked },
      { name: 'second checked', port: ports.secondChecked },
    ];
    await run.begin(workerService(run.variables()));
    const baseUrl = ({ port }: Program) => `http://127.0.0.1:${port}`;
    const service = (program: Program) => apiService(run.variables(program.port), baseUrl(program), program.name);
    for (const api of apis) await run.begin(service(api));
    const bareFile = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
    const checkedFile = fileURLToPath(new URL('./checked-server.ts', import.meta.url));
    for (const bare of bares) await run.begin({ ...service(bare), args: [bareFile] });
    for (const each of checked) {
      const api = service(each);
      await run.begin({ ...api, args: [...api.args.slice(0, -1), checkedFile] });
    }
    const polls = await report.step('drafts', () => makeCases(run.env, polledApplications));
    return { apis, bares, checked, polls, pid: run.pid, close: run.close };
  } catch (error) {
    await run.close();
    throw error;
  }
}

/** The contestants, each with this number of processes. */
export async function contestants(stage: PollStage, processes: number): Promise<readonly Contestant[]> {
  const apis = stage.apis.slice(0, processes);
  const bares = stage.bares.slice(0, processes);
  const { world, cases } = stage.polls;
  const polls = cases.map(({ no, tokens }) => ({
    path: `/v1/applications/${no}/status`,
    headers: { Authorization: `Bearer ${tokens.applicant}`, 'Demo-Clock': world },
    no,
  }));
  const checked = stage.checked.slice(0, processes);
  const againAt = ([first]: readonly Program[]) =>
    Promise.all(
      polls.map(async ({ path, headers, no }) => {
        const answer = await fetch(`http://127.0.0.1:${first?.port}${path}`, { headers });
        return { path, no, headers: { ...headers, 'If-None-Match': answer.headers.get('etag') ?? '' } };
      }),
    );
  const again = await againAt(apis);
  const asked = (asks: readonly { path: string; headers: Readonly<Record<string, string>> }[], status: number) => ({
    requests: asks.map(requestText),
    status,
  });
  const at = (programs: readonly Program[], load: Omit<Load, 'port'>) => ({
    programs: programs.map(({ name }) => name),
    loads: programs.map(({ port }) => ({ port, ...load })),
  });
  const bare = (asks: typeof polls, path: string) => asks.map((ask) => ({ ...ask, path: `${path}/${ask.no}` }));
  return [
    { key: 'bareRead', name: 'bare read', ...at(bares, asked(bare(polls, '/read'), 200)) },
    { key: 'checked', name: 'read with checks', ...at(checked, asked(polls, 200)) },
    { key: 'status', name: 'status', ...at(apis, asked(polls, 200)) },
    { key: 'bareUnchanged', name: 'bare 304', ...at(bares, asked(bare(again, '/unchanged'), 304)) },
    { key: 'checkedUnchanged', name: '304 with checks', ...at(checked, asked(await againAt(checked), 304)) },
    { key: 'unchanged', name: 'status unchanged', ...at(apis, asked(again, 304)) },
  ];
}

function requestText({ path, headers }: { path: string; headers: Readonly<Record<string, string>> }): string {
  const lines = Object.entries({ Host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
