import { writeFileSync } from 'node:fs'
import { PLACES_FILE, placesTable } from './table.ts'

writeFileSync(PLACES_FILE, placesTable())
