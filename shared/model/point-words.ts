/** The words for how a point is chosen from what digests tell. */

/**
 * Why a point has its value and no other that was told, by the last rule that put one aside.
 * `only`: no other value was told. `correction`: a correction file rejects the others. `said`: the kind of the others is
 * a guess. `dated`: the others do not say their day. `clearest`: its digest tells the others less clearly whose they are.
 * `corrected`: its maker told the others before. `plain`: the others are bounds. `most`: more sources tell it. `last`: it
 * was told last.
 */
export const REASONS = [
  ...(['only', 'correction', 'said', 'dated', 'clearest', 'corrected', 'plain', 'most', 'last'] as const),
] as const
export type Reason = (typeof REASONS)[number]

/** How the day of a point is known: by words of the text, by a convention of its maker, or as the day it was told. */
export const DAYS_KNOWN = ['said', 'inferred', 'told'] as const
export type DayKnown = (typeof DAYS_KNOWN)[number]

/** How a telling stands to its point. */
export const STANDINGS = ['chosen', 'agrees', 'other', 'rejected'] as const
export type Standing = (typeof STANDINGS)[number]
