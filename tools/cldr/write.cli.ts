import { writeFileSync } from 'node:fs'
import { TABLES } from './tables.ts'

for (const [path, table] of Object.entries(TABLES)) writeFileSync(path, table())
