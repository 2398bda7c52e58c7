// SQL by hand: roles and rights are nothing that drizzle knows.
import postgres from 'postgres';

/** The advisory lock of migrations and of this, so that two processes do not prepare a database at once. */
const PREPARING = 7419;
/** Append-only tables: even somebody with the service's connection cannot change or delete their rows. */
const APPEND_ONLY =
  'events, texts, plans, integrity_records, name_corrections, claim_overrides, grant_events, place_events, identity_releases, reuse_decisions, routing_events, file_removals, committee_filings, session_recusals, session_sheets, session_opinions, session_papers, ballot_voters, ballots_opened';
const SEEDED = 'programmes, programme_versions, timelines, migrations, functions';
const DELETED_FROM =
  'achievement_fingerprints, attachments, ballots_sealed, batches, claims, contents, deadlines, grants, idempotency, lost_workflows, posting_items, postings, rate_limits, reminders';

/** The URL of the same database for another role. */
export function urlOfRole(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(role);
  other.password = encodeURIComponent(password);
  return other.href;
}

/**
 * Creates the role with which API and workers connect (name and password are in `applicationUrl`) and grants it only what they need; it cannot change
 * or delete rows of append-only tables. The owner runs this after each migration, also while the service runs. Does nothing if both URLs name one role.
 */
export async function prepareApplicationRole(ownerUrl: string, applicationUrl: string): Promise<void> {
  const role = decodeURIComponent(new URL(applicationUrl).username);
  if (role === '' || role === decodeURIComponent(new URL(ownerUrl).username)) return;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${PREPARING})`;
      await ensureRole(tx, role, applicationUrl);
      const name = await quoted(tx, '%I', role);
      await tx.unsafe(`
        revoke all on all tables in schema public from ${name};
        grant select, insert, update on all tables in schema public to ${name};
        revoke update on ${APPEND_ONLY} from ${name};
        revoke insert, update on ${SEEDED} from ${name};
        grant delete on ${DELETED_FROM} to ${name};
        grant execute on all functions in schema public to ${name}`);
      // Locking a row needs the right to update some column; this one is referenced, so it cannot really be changed.
      await tx.unsafe(`grant update (id) on programmes to ${name}`);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(tx: postgres.TransactionSql, role: string, url: string): Promise<void> {
  const [found] = await tx`select 1 from pg_roles where rolname = ${role}`;
  if (found && (await logsIn(url))) return;
  const password = await quoted(tx, '%L', decodeURIComponent(new URL(url).password));
  await tx.unsafe(`${found ? 'alter' : 'create'} role ${await quoted(tx, '%I', role)} login password ${password}`);
}

async function quoted(tx: postgres.TransactionSql, form: '%I' | '%L', text: string): Promise<string> {
  const [row] = await tx<{ quoted: string }[]>`select format(${form}::text, ${text}::text) as quoted`;
  return row?.quoted ?? '';
}

async function logsIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if (/^28/.test(String((error as { code?: unknown } | null)?.code))) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
