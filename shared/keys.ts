/** Keys of the two tables: the one definition that functions, infra and tests share. */

/** Attribute names of the primary keys and of the index by date. */
export const KEY = { partition: 'pk', sort: 'sk', expires: 'expires' } as const
export const BY_DATE_INDEX = { name: 'by-date', partition: 'byDatePk', sort: 'byDateSk' } as const
