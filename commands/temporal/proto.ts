// A named import of this CommonJS package type-checks and fails at run time, so its default is taken.
import proto from '@temporalio/proto';

export const { temporal } = proto;
