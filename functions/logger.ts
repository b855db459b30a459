import { Logger } from '@aws-lambda-powertools/logger'

/** The one logger of a function; its level and service come from the environment. */
export const logger = new Logger()
