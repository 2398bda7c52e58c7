import type { Employer } from '../../../db/people/units.ts';
import { text } from '../../../domain/text.ts';
import { invalid } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';

/** Checks that some programme has the territory and the supervising office (which programme, only the application says); throws a 422 otherwise. */
export function knownPlaces(
  { programmes }: Services,
  { territory, supervisor }: Omit<Employer, 'employerClass'>,
): void {
  const all = [...programmes.values()];
  if (territory && !all.some(({ territories }) => territories?.some(({ key }) => key === territory)))
    throw invalid([{ path: '/territory', message: text('没有此注册地', 'there is no such territory') }]);
  if (supervisor && !all.some(({ offices }) => offices.some(({ id }) => id === supervisor)))
    throw invalid([{ path: '/supervisor', message: text('没有此主管部门', 'there is no such office') }]);
}
