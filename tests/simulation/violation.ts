/**
 * How a run can go wrong: the tables, the counters or the answers at rest are not those of a clean run (`diverged`);
 * something never gets done (`stuck`); at some step a row or a reader had half a version, two mixed or an older one than
 * before (`mixed`); the project's own code breaks (`broken`).
 */
export const WRONGS = ['diverged', 'stuck', 'mixed', 'broken'] as const
export type Wrong = (typeof WRONGS)[number]

export interface Violation {
  wrong: Wrong
  what: string
}
