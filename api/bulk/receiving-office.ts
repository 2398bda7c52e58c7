import { type ApplicationHead, findHeads } from '../../db/applications/applications.ts';
import { stagePathsOfApplications } from '../../db/programmes/plans.ts';
import { type Delivered, type Delivery, deliveredTo, type Receiver } from '../../domain/routing/delivery.ts';
import { type Text, text } from '../../domain/text.ts';
import { invalid } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** One application of a delivery, with the office that receives it by its stages; null if there is none. */
type Addressed = { readonly receiver: Receiver | null; readonly says: Text; readonly clauses: readonly string[] };

/**
 * The office that receives all these applications: the one that acts in the step after their delivery. If they go to several offices, or one of them to
 * none, throws a 422 that says where each goes (DL-2.1.2-a, DL-2.2.4-a, LN-5.7-b).
 */
export async function receivingOfficeOf(
  services: Services,
  items: readonly string[],
  delivery: Delivery,
): Promise<Receiver> {
  const [heads, paths] = await Promise.all([
    findHeads(services.db, items),
    stagePathsOfApplications(services.db, items),
  ]);
  const addressed = items.map((no) => {
    const path = paths.find((each) => each.no === no);
    const delivered = path ? deliveredTo(path.stages, delivery, path.stage) : null;
    return addressedBy(
      services,
      delivered,
      heads.find((each) => each.no === no),
    );
  });
  const receiver = addressed[0]?.receiver ?? null;
  const same = (other: Receiver | null) => other?.office === receiver?.office && other?.role === receiver?.role;
  if (receiver && addressed.every((each) => same(each.receiver))) return receiver;
  throw invalid(
    addressed.map(({ says }, at) => ({ path: `/items/${at}`, message: says })),
    { clauses: [...new Set(addressed.flatMap(({ clauses }) => clauses))] },
  );
}

function addressedBy({ programmes }: Services, delivered: Delivered | null, head?: ApplicationHead): Addressed {
  const office = delivered ? head?.acting[delivered.to] : undefined;
  if (!delivered || office === undefined) return { receiver: null, says: nobody, clauses: delivered?.clauses ?? [] };
  const known = programmes.get(head?.programme ?? '')?.offices.find(({ id }) => id === office);
  const { to: role, clauses } = delivered;
  return { receiver: { role, office }, says: goesTo(known?.name ?? text(office, office)), clauses };
}

const nobody = text('无须报送。', 'It is delivered to nobody.');

const goesTo = (name: Text): Text => text(`报送至：${name.zh}。`, `Goes to: ${name.en}.`);
