import { unitSchema } from '../../../api/people/units/units-schemas.ts';
import { authoritiesOf } from '../../../config/programmes/dalian-2024/authorities.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { applicant, type Cast } from '../../../ops/demo/people.ts';
import { openCase } from '../../../ops/demo/steps/case.ts';
import { walk } from '../../../ops/demo/steps/walk.ts';
import { handedOverEarly, handsOver, recommends, unitSeals } from '../../../ops/lives/dalian/steps.ts';
import { atOnce, type Step, upTo } from '../../../ops/lives/life.ts';
import { type ApiWorld, formOf, wholeForm } from '../service.ts';
import { playIn } from './play.ts';

const by = (account: string) => ({ account, as: { zh: account, en: account } });
const organiser = by('office-diit');
const cast: Cast = {
  unitHr: by('hr-haiyun'),
  unitAssessmentGroup: by('group-haiyun'),
  preliminaryAuthority: by('seal-city'),
  committeeOrganiser: organiser,
  committeeOffice: organiser,
};

/** What somebody applies for in Dalian, a mid-level engineer where nothing else is said. */
export type Wish = {
  readonly specialty?: string;
  readonly level?: string;
  readonly heldTitle?: object;
  readonly continuingEducation?: object;
};

const mid = { level: 'mid', obtainedOn: '2015-12-01', series: 'engineering' };
/** An engineer who applies for deputy-senior level. */
export const senior: Wish = { level: 'deputySenior', heldTitle: mid };
/** The same in logistics, which by the list below the province reviews. */
export const logistician: Wish = { ...senior, specialty: 'logistics' };

/** Dalian as if its title authority had listed logistics of that level as what it may not review (DL-1.1.3-a). */
export const listed: Programme = {
  ...dalian2024,
  authorities: authoritiesOf([{ series: ['engineering'], specialties: ['logistics'], levels: ['deputySenior'] }]),
};

/** People of the demonstration as they act in Dalian: a private firm of 高新区 and its district, and an organiser of engineering. */
export class Dalian {
  readonly world: ApiWorld;
  readonly unit: string;

  private constructor(world: ApiWorld, unit: string) {
    this.world = world;
    this.unit = unit;
  }

  static async settle(world: ApiWorld): Promise<Dalian> {
    const admin = await world.as('admin');
    const answer = await admin.post('/v1/units', {
      name: '大连试验科技有限公司（虚构）',
      employerClass: 'private',
      territory: 'dl-gaoxin',
    });
    const unit = answer.as(unitSchema).id;
    const grants: readonly (readonly [account: string, role: Role, scope: string])[] = [
      ['hr-haiyun', 'unitHr', `unit:${unit}`],
      ['group-haiyun', 'unitAssessmentGroup', `unit:${unit}`],
      ['seal-city', 'preliminaryAuthority', 'office:dl-gaoxin'],
      ['office-diit', 'committeeOrganiser', 'office:dl-organiser-engineering'],
      ['office-diit', 'committeeOffice', 'office:dl-organiser-engineering'],
    ];
    const { db, vault } = world.service.services;
    for (const [account, role, scope] of grants)
      await db.sql`insert into grants (person, role, scope) values (${demoPersonId(vault, account, world.id)}, ${role}, ${scope})`;
    return new Dalian(world, unit);
  }

  /** A draft of this person in engineering, with a whole form. */
  async draft(account: string, more: Wish = {}): Promise<string> {
    const no = await this.world.draft(account, {
      programme: 'dalian-2024',
      series: 'engineering',
      specialty: 'generalEngineering',
      level: 'mid',
      employer: this.unit,
      status: 'inService',
      discipline: { measure: 'none' },
      heldTitle: { level: 'assistant', obtainedOn: '2015-12-01', series: 'engineering' },
      ...more,
    });
    const { specialty = 'generalEngineering', level = 'mid' } = more;
    await this.write(account, no, { cover: { ...dalianForm.cover, specialty, level } });
    return no;
  }

  /** Writes the form anew, whole but for what is changed in it. */
  async write(account: string, no: string, changed: object = {}): Promise<void> {
    const answer = await (await this.world.as(account)).put(`/v1/applications/${no}/form`, {
      ...formOf(account),
      ...dalianForm,
      ...changed,
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** Changes one part of the form, of the summary one field. */
  async change(account: string, no: string, part: { summary?: object; achievements?: object; remarks?: string }) {
    const { summary, ...rest } = part;
    const changed = summary ? { summary: { ...dalianForm.summary, ...summary } } : rest;
    const own = 'achievements' in part ? { achievements: otherWorks(account) } : changed;
    await this.write(account, no, own);
  }

  /** Takes acts over HTTP, one right after the other. */
  async takes(account: string, no: string, steps: readonly Step[]): Promise<void> {
    const { world, show } = await playIn(this.world);
    const one = openCase(world, show, { no, applicant: applicant(account), oneOfMany: false });
    await walk({ one, cast, steps: atOnce(steps) });
  }

  /** From the draft until the unit has posted it. */
  async post(account: string, more: Wish = {}): Promise<string> {
    const no = await this.draft(account, more);
    await this.takes(account, no, upTo(handedOverEarly, 'postPublicity'));
    return no;
  }

  /** Recommended and sealed, once the publicity is over: nothing is left but to hand it over. */
  async seal(no: string): Promise<void> {
    await this.takes('chen-jing', no, [recommends, unitSeals]);
  }

  /** From the draft until the dossier lies with the authority, posted on the day the world stands at. */
  async handOver(account: string, day: string): Promise<string> {
    const no = await this.post(account);
    await this.world.moveTo(day);
    await this.takes(account, no, [recommends, unitSeals, handsOver]);
    return no;
  }
}

const otherWorks = (account: string) =>
  formOf(account).achievements.map((each) => ({ ...each, content: '负责总体方案、控制算法与现场验证。' }));

/** What Dalian's form has beside that of Liaoning. */
const dalianForm = {
  summary: { ...wholeForm.summary, highestTier: 'bachelor', currentTitleSince: '2015-12-01' },
  education: [
    {
      tier: 'bachelor',
      institution: '大连理工大学',
      graduatedOn: '2004-07-01',
      mode: 'fullTime',
      recognised: true,
      verifiedBy: 'chsi',
    },
  ],
  experience: [{ from: '2004-08', what: '大连试验科技有限公司工程师' }],
  continuingEducation: [{ year: 2024, publicHours: 30, professionalHours: 60 }],
  photo: { takenOn: '2024-05-20' },
  statement: '述'.repeat(2000),
  cover: {
    unitName: '大连试验科技有限公司（虚构）',
    series: 'engineering',
    specialty: 'generalEngineering',
    level: 'mid',
  },
};
