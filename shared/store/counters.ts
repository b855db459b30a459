/**
 * What the functions count, by the names that CloudWatch keeps it under and that alarms and the dashboard read.
 * Events taken = ready + deleted + refused + superseded + ignored, but for those whose handling failed and that come
 * again.
 */
export const COUNTERS = {
  eventsTaken: 'EventsTaken',
  digestsReady: 'DigestsReady',
  digestsDeleted: 'DigestsDeleted',
  digestsRefused: 'DigestsRefused',
  eventsSuperseded: 'EventsSuperseded',
  eventsIgnored: 'EventsIgnored',
  digestsExtracted: 'DigestsExtracted',
  seriesRolledUp: 'SeriesRolledUp',
  /** Keys whose contents in the bucket and whose digest in the store did not agree. */
  drift: 'Drift',
} as const

export type Counter = keyof typeof COUNTERS

/** Milliseconds from a change of the bucket to the roll-up that shows it. */
export const LAG = 'ChangeToRollUp'
