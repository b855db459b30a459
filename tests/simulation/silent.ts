import type { Log } from '../../functions/log.ts'

export const SILENT: Log = { info() {}, warn() {}, error() {} }
