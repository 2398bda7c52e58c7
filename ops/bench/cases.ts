import { randomBytes, randomUUID } from 'node:crypto';
import { openIssuer } from '../../api/access/issuer.ts';
import { sealForm } from '../../commands/preparing/form-content.ts';
import type { Env } from '../../config/env/env.ts';
import { connect } from '../../db/connection.ts';
import { createVault } from '../../db/vault.ts';
import { demoPersonId, demoSubject, demoUnitId, seedDemo } from '../../db/worlds/demo-worlds.ts';
import { createWorld } from '../../db/worlds/worlds.ts';
import { formOf, mainWork } from '../lives/liaoning/form.ts';

/** A draft ready for its first submission, and the tokens of those who act on it. */
export type BenchCase = {
  readonly no: string;
  readonly tokens: Readonly<Record<'applicant' | 'hr' | 'group', string>>;
};

const inJuly = Date.parse('2024-07-08T09:00:00+08:00');

/** Makes `count` drafts, each of another person, in a clock world that begins at an instant (epoch ms). Directly in the database, because making drafts over HTTP is not measured. */
export async function makeCases(
  env: Env,
  count: number,
  startAtMs = inJuly,
): Promise<{ world: string; cases: BenchCase[] }> {
  const db = connect(env.databaseUrl, { poolSize: 2, applicationName: 'zhicheng-bench', statementTimeoutMs: 120_000 });
  const vault = createVault(env.dataKeys, env.identityKey);
  const issuer = await openIssuer(env.dataDir);
  const sign = async (subject: string) => (await issuer.sign(subject)).token;
  try {
    const world = await createWorld(db, startAtMs);
    await seedDemo(db, vault, world);
    const unit = demoUnitId(vault, 'liaobei-heavy', world);
    const prototype = demoPersonId(vault, 'zhang-wei', world);
    const people = Array.from({ length: count }, () => ({
      id: randomUUID(),
      subject: `bench-${randomUUID()}`,
      no: `LN24-${randomBytes(8).toString('hex').toUpperCase()}`,
    }));
    const column = (key: 'id' | 'subject' | 'no') => people.map((person) => person[key]);
    // SQL by hand: thousands of rows in a statement each, copied from one of the demonstration.
    await db.sql`
      insert into people (id, world, subject, name_enc, mail_enc)
      select n.id, p.world, n.subject, p.name_enc, p.mail_enc
        from people p, unnest(${column('id')}::uuid[], ${column('subject')}::text[]) n (id, subject) where p.id = ${prototype}`;
    await db.sql`
      insert into applications (no, world, person, unit, programme, series, specialty, level, track, employer_class, facts, office, sealing_authority, acting)
      select n.no, ${world}, n.id, ${unit}, p.id, 'engineering', 'robotics', 'deputySenior', 'standard', 'provincialStateOwned', '{"status":"inService"}'::jsonb, v.body ->> 'office', 'ln-sasac',
             jsonb_build_object('committeeOffice', v.body ->> 'office', 'sealingAuthority', 'ln-sasac')
        from programmes p join programme_versions v on v.programme = p.id and v.version = p.version,
             unnest(${column('id')}::uuid[], ${column('no')}::text[]) n (id, no) where p.id = 'liaoning-diit-2024'`;
    const contents = people.map(({ no }) => sealForm(vault, no, form));
    const bodies = contents.map(({ body }) => body.toString('hex'));
    const hash = contents[0]?.hash ?? '';
    await db.sql`
      insert into contents (no, version, body_enc, hash)
      select no, 1, decode(body, 'hex'), ${hash} from unnest(${column('no')}::text[], ${bodies}::text[]) n (no, body)`;
    await db.sql`analyze people, applications, contents`;
    const hr = await sign(demoSubject('hr-liaobei', world));
    const group = await sign(demoSubject('group-liaobei', world));
    const cases: BenchCase[] = [];
    for (const { no, subject } of people) cases.push({ no, tokens: { applicant: await sign(subject), hr, group } });
    return { world, cases };
  } finally {
    await db.close();
  }
}

/** A form of ordinary size that can be submitted. */
const form = formOf({ title: '重载搬运机器人控制系统研制（虚构）', content: mainWork.repeat(20) });
