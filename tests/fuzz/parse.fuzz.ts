import fc from 'fast-check'
import { checkUpload } from '../digest/digest-laws.ts'
import { randomUpload } from '../digest/random-documents.ts'

/** Any bytes under any key: a digest that keeps the laws, or an error that names what is wrong. */
export const property: fc.IRawProperty<unknown> = fc.asyncProperty(randomUpload, checkUpload)
