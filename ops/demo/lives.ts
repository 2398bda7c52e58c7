import type { Life } from './life.ts';
import { dalianCertificate } from './lives/dalian/certificate.ts';
import { dalianCorrections } from './lives/dalian/corrections.ts';
import { dalianLatestPosting } from './lives/dalian/latest-posting.ts';
import { lianyungangAbandoned } from './lives/lianyungang/abandoned.ts';
import { lianyungangCertificate } from './lives/lianyungang/certificate.ts';
import { lianyungangDesignation } from './lives/lianyungang/designation.ts';
import { lianyungangOutOfScope } from './lives/lianyungang/out-of-scope.ts';
import { lianyungangReferred } from './lives/lianyungang/referred.ts';
import { lianyungangTwoCommittees } from './lives/lianyungang/two-committees.ts';
import { approvedLate } from './lives/liaoning/approved-late.ts';
import { certificate } from './lives/liaoning/certificate.ts';
import { economicsMid } from './lives/liaoning/economics-mid.ts';
import { lastSecond } from './lives/liaoning/last-second.ts';
import { postedLate } from './lives/liaoning/posted-late.ts';
import { returnedThrice } from './lives/liaoning/returned-thrice.ts';
import { reused } from './lives/liaoning/reused.ts';
import { specialTracks } from './lives/liaoning/special-tracks.ts';

/** Every life of the demonstration by the name that `--only` takes, in the order in which they are played. */
export const lives: Readonly<Record<string, Life>> = {
  certificate,
  'returned-thrice': returnedThrice,
  'approved-late': approvedLate,
  'posted-late': postedLate,
  'economics-mid': economicsMid,
  'last-second': lastSecond,
  'dalian-latest-posting': dalianLatestPosting,
  'dalian-corrections': dalianCorrections,
  'dalian-certificate': dalianCertificate,
  'lianyungang-abandoned': lianyungangAbandoned,
  'lianyungang-out-of-scope': lianyungangOutOfScope,
  'lianyungang-designation': lianyungangDesignation,
  'lianyungang-referred': lianyungangReferred,
  'lianyungang-two-committees': lianyungangTwoCommittees,
  reused,
  'special-tracks': specialTracks,
  'lianyungang-certificate': lianyungangCertificate,
};
